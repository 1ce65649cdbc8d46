/** A new key: one role, some of what the role may do, an end; the key itself is shown once. */
import { useQueryClient } from "@tanstack/react-query";
import { ACTION_IDS, type ActionId, actionOf, ROLE_IDS, ROLES, type RoleId } from "@zhengdui/casework";
import { answered, OfficeTrouble, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { DayField } from "../../../parts/office/day-field.tsx";
import { Field } from "../../../parts/office/field.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { ShownOnce } from "../../../parts/office/shown-once.tsx";
import { Ticks } from "../../../parts/office/ticks.tsx";
import { useForm } from "../../../parts/office/use-form.ts";

export const KEYS = ["keys"] as const;

/** Whatever is bound to a unit or a town, or runs the system, is done by persons. */
const ROLES_OF_KEYS = ROLE_IDS.filter(
  (role) => ROLES[role].bound === "nothing" && ROLES[role].side !== "admin" && actionsOf(role).length > 0,
);

function actionsOf(role: RoleId): readonly ActionId[] {
  return ACTION_IDS.filter((id) => actionOf(id).who[role] !== undefined);
}

const EMPTY = { name: "", role: "case-officer", actions: [] as readonly string[], expiresOn: "" };

/** Only what the role chosen last may do. */
function wantedOf({ name, expiresOn, ...form }: typeof EMPTY) {
  const role = ROLES_OF_KEYS.find((one) => one === form.role) ?? "case-officer";
  return { name, role, actions: actionsOf(role).filter((id) => form.actions.includes(id)), expiresOn };
}

export function NewKey({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const { form, set, field, frame, error, answer, sent } = useForm({
    place: "new-key",
    empty: EMPTY,
    send: (one) => answered(server.POST("/api/office/keys", { body: wantedOf(one) })),
    onSent: () => queries.invalidateQueries({ queryKey: KEYS }),
  });
  if (answer !== undefined)
    return (
      <ShownOnce title={`密钥：${sent?.name}`} lines={[answer.key]} onDone={onClose}>
        安全管理员核准后才能用。只显示这一次，请放进对方系统的密钥库，不要发在聊天里。有效至 {momentOf(answer.expiresAt)}。
      </ShownOnce>
    );
  const { role, actions } = wantedOf(form);
  return (
    <OfficeForm title="开立密钥" wide does="开立" doing="正在开立……" {...frame} onClose={onClose}>
      <div className="office-form">
        <Field label="名称" required {...field("name")} hint="写明哪个系统用，例如：惠企平台。" />
        <Choice
          label="角色"
          {...field("role")}
          value={role}
          options={ROLES_OF_KEYS.map((value) => ({ value, label: ROLES[value].label }))}
        />
      </div>
      <Ticks
        label="能做的事（只选用得着的）"
        options={actionsOf(role).map((value) => ({ value, label: actionOf(value).label }))}
        chosen={actions}
        onChosen={(chosen) => set({ actions: chosen })}
        fault={faultOfActions(error)}
        missing="至少选一件能做的事。"
      />
      <div className="office-form">
        <DayField label="最后一天" required {...field("expiresOn")} hint="最长一年，到期前换新的。" />
      </div>
    </OfficeForm>
  );
}

/** Of the list or of any in it. */
function faultOfActions(error: unknown): string | null {
  if (!(error instanceof OfficeTrouble)) return null;
  const found = error.problems.find(({ path }) => path.startsWith("actions"));
  return found?.problem ?? null;
}

/** A new key: one role, some of what the role may do, an end; the key itself is shown once. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ACTION_IDS, type ActionId, actionOf, isRoleId, ROLE_IDS, ROLES, type RoleId } from "@zhengdui/casework";
import { useState } from "react";
import { answered, OfficeTrouble, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { ShownOnce } from "../../../parts/office/shown-once.tsx";
import { Ticks } from "../../../parts/office/ticks.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";

export const KEYS = ["keys"] as const;

/** Whatever is bound to a unit or a town, or runs the system, is done by persons. */
const ROLES_OF_KEYS = ROLE_IDS.filter(
  (role) => ROLES[role].bound === "nothing" && ROLES[role].side !== "admin" && actionsOf(role).length > 0,
);

function actionsOf(role: RoleId): readonly ActionId[] {
  return ACTION_IDS.filter((id) => actionOf(id).who[role] !== undefined);
}

interface WantedKey {
  readonly name: string;
  readonly role: RoleId;
  readonly actions: ActionId[];
  readonly expiresOn: string;
}

export function NewKey({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: (body: WantedKey) => answered(server.POST("/api/office/keys", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEYS }),
  });
  if (create.data !== undefined)
    return (
      <ShownOnce title={`密钥：${create.variables.name}`} lines={[create.data.key]} onDone={onClose}>
        安全管理员核准后才能用。只显示这一次，请放进对方系统的密钥库，不要发在聊天里。有效至 {momentOf(create.data.expiresAt)}。
      </ShownOnce>
    );
  return (
    <section className="office-card" aria-labelledby="new-key">
      <h2 id="new-key">开立密钥</h2>
      <KeyForm pending={create.isPending} error={create.error} onWant={create.mutate} onClose={onClose} />
    </section>
  );
}

interface KeyFormProps {
  readonly pending: boolean;
  readonly error: unknown;
  readonly onWant: (wanted: WantedKey) => void;
  readonly onClose: () => void;
}

function KeyForm({ pending, error, onWant, onClose }: KeyFormProps) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<RoleId>("case-officer");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [expiresOn, setExpiresOn] = useState("");
  const offered = actionsOf(role);
  const actions = offered.filter((id) => chosen.includes(id));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onWant({ name, role, actions, expiresOn });
      }}
    >
      <TroubleNotice error={error} beside={["name", "role", "actions", "expiresOn"]} />
      <div className="office-form">
        <Field
          label="名称"
          required
          value={name}
          onValue={setName}
          hint="写明哪个系统用，例如：惠企平台。"
          fault={faultAt(error, "name")}
        />
        <Choice
          label="角色"
          value={role}
          onValue={(value) => isRoleId(value) && setRole(value)}
          options={ROLES_OF_KEYS.map((value) => ({ value, label: ROLES[value].label }))}
          fault={faultAt(error, "role")}
        />
      </div>
      <Ticks
        label="能做的事（只选用得着的）"
        options={offered.map((value) => ({ value, label: actionOf(value).label }))}
        chosen={actions}
        onChosen={setChosen}
        fault={faultOfActions(error)}
      />
      <div className="office-form">
        <Field
          label="最后一天"
          type="date"
          required
          value={expiresOn}
          onValue={setExpiresOn}
          hint="最长一年，到期前换新的。"
          fault={faultAt(error, "expiresOn")}
        />
      </div>
      <div className="office-actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? "正在开立……" : "开立"}
        </button>
        <button type="button" className="button" onClick={onClose}>
          取消
        </button>
      </div>
    </form>
  );
}

/** Of the list or of any in it. */
function faultOfActions(error: unknown): string | null {
  if (!(error instanceof OfficeTrouble)) return null;
  const found = error.problems.find(({ path }) => path.startsWith("actions"));
  if (found === undefined) return null;
  return found.path === "actions" ? "至少选一件能做的事。" : found.problem;
}

/** A new webhook: whom, where, of what; its signing secret is shown once. */
import { useQueryClient } from "@tanstack/react-query";
import { EVENT_NAMES, EVENTS } from "@zhengdui/casework";
import { answered, server } from "../../../office-server.ts";
import { Field } from "../../../parts/office/field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { ShownOnce } from "../../../parts/office/shown-once.tsx";
import { Ticks } from "../../../parts/office/ticks.tsx";
import { useForm } from "../../../parts/office/use-form.ts";

export const WEBHOOKS = ["webhooks"] as const;

const NO_EVENTS: readonly string[] = [];

export function NewWebhook({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const { form, set, field, frame, answer, sent } = useForm({
    place: "new-webhook",
    empty: { name: "", url: "", events: NO_EVENTS },
    send: ({ name, url, events }) => {
      const body = { name, url: url.trim(), events: EVENT_NAMES.filter((one) => events.includes(one)) };
      return answered(server.POST("/api/office/webhooks", { body }));
    },
    onSent: () => queries.invalidateQueries({ queryKey: WEBHOOKS }),
  });
  if (answer !== undefined)
    return (
      <ShownOnce title={`签名密钥：${sent?.name}`} lines={[answer.secret]} onDone={onClose}>
        只显示这一次，请放进对方系统的密钥库，用来核对签名。
      </ShownOnce>
    );
  return (
    <OfficeForm title="设一个回调" does="设定" doing="正在设定……" {...frame} onClose={onClose}>
      <Field label="名称" required {...field("name")} />
      <Field label="网址" type="url" required {...field("url")} hint="对方系统接收的地址，用 https。" />
      <Ticks
        label="告诉什么"
        options={EVENT_NAMES.map((value) => ({ value, label: EVENTS[value] }))}
        chosen={form.events}
        onChosen={(events) => set({ events })}
        fault={field("events").fault}
        missing="至少选一样。"
      />
    </OfficeForm>
  );
}

/** A new webhook: whom, where, of what; its signing secret is shown once. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { EVENT_NAMES, EVENTS } from "@zhengdui/casework";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { ShownOnce } from "../../../parts/office/shown-once.tsx";
import { Ticks } from "../../../parts/office/ticks.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";

export const WEBHOOKS = ["webhooks"] as const;

export function NewWebhook({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [url, setUrl] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const create = useMutation({
    mutationFn: () =>
      answered(
        server.POST("/api/office/webhooks", {
          body: { name, url: url.trim(), events: EVENT_NAMES.filter((one) => chosen.includes(one)) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: WEBHOOKS }),
  });
  if (create.data !== undefined)
    return (
      <ShownOnce title={`签名密钥：${name}`} lines={[create.data.secret]} onDone={onClose}>
        只显示这一次，请放进对方系统的密钥库，用来核对签名。
      </ShownOnce>
    );
  return (
    <section className="office-card" aria-labelledby="new-webhook">
      <h2 id="new-webhook">设一个回调</h2>
      <form
        className="office-form"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <TroubleNotice error={create.error} beside={["name", "url", "events"]} />
        <Field label="名称" required value={name} onValue={setName} fault={faultAt(create.error, "name")} />
        <Field
          label="网址"
          type="url"
          required
          value={url}
          onValue={setUrl}
          hint="对方系统接收的地址，用 https。"
          fault={faultAt(create.error, "url")}
        />
        <Ticks
          label="告诉什么"
          options={EVENT_NAMES.map((value) => ({ value, label: EVENTS[value] }))}
          chosen={chosen}
          onChosen={setChosen}
          fault={faultAt(create.error, "events") === null ? null : "至少选一样。"}
        />
        <div className="office-actions">
          <button type="submit" className="button primary" disabled={create.isPending}>
            {create.isPending ? "正在设定……" : "设定"}
          </button>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
        </div>
      </form>
    </section>
  );
}

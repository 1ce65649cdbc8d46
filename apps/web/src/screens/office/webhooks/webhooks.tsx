/** Which other systems are told of what. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { EVENTS, type EventName } from "@zhengdui/casework";
import type { OfficePaths } from "@zhengdui/contract";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { say } from "../../../parts/office/said.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { NewWebhook, WEBHOOKS } from "./new-webhook.tsx";

const eventLabel = (name: string): string => (Object.hasOwn(EVENTS, name) ? EVENTS[name as EventName] : name);

export function Webhooks() {
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ id: string; name: string } | null>(null);
  const mayEdit = useMay("webhook.edit") !== null;
  const listed = useQuery({ queryKey: WEBHOOKS, queryFn: () => answered(server.GET("/api/office/webhooks")) });
  const end = useMutation({
    mutationFn: (id: string) => answered(server.DELETE("/api/office/webhooks/{id}", { params: { path: { id } } })),
    onSuccess: async () => {
      setAsked(null);
      await queries.invalidateQueries({ queryKey: WEBHOOKS });
    },
  });
  const done = (words: string) => async () => {
    say(words);
    await queries.invalidateQueries({ queryKey: WEBHOOKS });
  };
  const test = useMutation({
    mutationFn: (id: string) => answered(server.POST("/api/office/webhooks/{id}/test", { params: { path: { id } } })),
    onSuccess: done("已发出一次测试，结果稍后显示在“送达”里。"),
  });
  const again = useMutation({
    mutationFn: (id: string) => answered(server.POST("/api/office/webhooks/{id}/again", { params: { path: { id } } })),
    onSuccess: done("已再发一次，结果稍后显示在“送达”里。"),
  });
  const ask = (one: { id: string; name: string }) => {
    end.reset();
    setAsked(one);
  };
  return (
    <Page title="回调" lead="有事发生时，告诉别的系统。每次都带签名，对方用签名密钥核对是不是这里发的。">
      {mayEdit &&
        (adding ? (
          <NewWebhook onClose={() => setAdding(false)} />
        ) : (
          <button type="button" className="button primary" onClick={() => setAdding(true)}>
            设一个回调
          </button>
        ))}
      {listed.error !== null && <TroubleNotice error={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.isPending && <p className="waiting">正在取……</p>}
      {listed.data !== undefined && (
        <div className="office-list">
          <TroubleNotice error={test.error ?? again.error} />
          <WebhookTable
            webhooks={listed.data.webhooks}
            {...(mayEdit ? { deeds: { end: ask, test: test.mutate, again: again.mutate } } : {})}
          />
        </div>
      )}
      {asked !== null && (
        <ConfirmDialog
          title={`停止回调：${asked.name}`}
          does="停止"
          pending={end.isPending}
          error={end.error}
          onSend={() => end.mutate(asked.id)}
          onClose={() => setAsked(null)}
        >
          <p>立即停止，不能恢复；要再用，重新设一个，签名密钥也是新的。</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}

type Webhook = OfficePaths["/api/office/webhooks"]["get"]["responses"][200]["content"]["application/json"]["webhooks"][number];

/** Whether it arrives; where it doesn't, what the other side answered. */
function callsCell({ waiting, givenUp, lastSentAt, lastFault }: Webhook) {
  const said = [
    lastSentAt === null ? "还没有送达过" : `最近送达 ${momentOf(lastSentAt)}`,
    ...(waiting > 0 ? [`${waiting} 次待送`] : []),
    ...(givenUp > 0 ? [`${givenUp} 次没有送到，不再试`] : []),
    ...(lastFault === null ? [] : [`最近的原因：${lastFault}`]),
  ];
  return said.join("；");
}

interface WebhookTableProps {
  readonly webhooks: readonly Webhook[];
  readonly deeds?: {
    readonly end: (webhook: Webhook) => void;
    readonly test: (id: string) => void;
    readonly again: (id: string) => void;
  };
}

function WebhookTable({ webhooks, deeds }: WebhookTableProps) {
  return (
    <DataTable
      caption="回调"
      rows={webhooks}
      keyOf={({ id }) => id}
      empty="没有回调，不告诉任何别的系统。"
      columns={[
        { label: "名称", cell: ({ name }) => name },
        { label: "网址", cell: ({ url }) => url },
        { label: "告诉什么", cell: ({ events }) => events.map(eventLabel).join("、") },
        { label: "送达", cell: callsCell },
        { label: "设于", cell: ({ createdAt }) => momentOf(createdAt) },
        ...(deeds !== undefined
          ? [
              {
                label: "办理",
                cell: (one: Webhook) => (
                  <div className="office-actions">
                    <button type="button" className="button" onClick={() => deeds.test(one.id)}>
                      发送一次测试<span className="visually-hidden">{one.name}</span>
                    </button>
                    {one.givenUp > 0 && (
                      <button type="button" className="button" onClick={() => deeds.again(one.id)}>
                        再发一次<span className="visually-hidden">{one.name}</span>
                      </button>
                    )}
                    <button type="button" className="button" onClick={() => deeds.end(one)}>
                      停止<span className="visually-hidden">{one.name}</span>
                    </button>
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Keys by which other programs come in: what each may do, until when, when it was last used. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ACTIONS, type ActionId, isRoleId, ROLES } from "@zhengdui/casework";
import type { OfficePaths } from "@zhengdui/contract";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { inChina } from "../../../parts/office/in-china.ts";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { KEYS, NewKey } from "./new-key.tsx";

const actionLabel = (id: string): string => (Object.hasOwn(ACTIONS, id) ? ACTIONS[id as ActionId].label : id);

export function Keys() {
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ id: string; name: string } | null>(null);
  const mayCreate = useMay("key.create") !== null;
  const mayRevoke = useMay("key.revoke") !== null;
  const listed = useQuery({ queryKey: KEYS, queryFn: () => answered(server.GET("/api/office/keys")) });
  const revoke = useMutation({
    mutationFn: (id: string) => answered(server.DELETE("/api/office/keys/{id}", { params: { path: { id } } })),
    onSuccess: async () => {
      setAsked(null);
      await queries.invalidateQueries({ queryKey: KEYS });
    },
  });
  const ask = (one: { id: string; name: string }) => {
    revoke.reset();
    setAsked(one);
  };
  return (
    <main className="office-main" id="main">
      <h1>接口密钥</h1>
      <p className="office-lead">别的系统用密钥调用接口：一个密钥只有一个角色、只能做选定的事，到期失效。</p>
      {mayCreate &&
        (adding ? (
          <NewKey onClose={() => setAdding(false)} />
        ) : (
          <button type="button" className="button primary" onClick={() => setAdding(true)}>
            开立密钥
          </button>
        ))}
      {listed.error !== null && <TroubleNotice error={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.isPending && <p className="waiting">正在取……</p>}
      {listed.data !== undefined && (
        <div className="office-list">
          <KeyTable keys={listed.data.keys} {...(mayRevoke ? { onRevoke: ask } : {})} />
        </div>
      )}
      {asked !== null && (
        <ConfirmDialog
          title={`吊销密钥：${asked.name}`}
          does="吊销"
          pending={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate(asked.id)}
          onClose={() => setAsked(null)}
        >
          <p>立即失效，不能恢复；用它的系统从此调用不了接口。</p>
        </ConfirmDialog>
      )}
    </main>
  );
}

type Key = OfficePaths["/api/office/keys"]["get"]["responses"][200]["content"]["application/json"]["keys"][number];

interface KeyTableProps {
  readonly keys: readonly Key[];
  readonly onRevoke?: (key: Key) => void;
}

function KeyTable({ keys, onRevoke }: KeyTableProps) {
  return (
    <DataTable
      caption="接口密钥"
      rows={keys}
      keyOf={({ id }) => id}
      empty="还没有密钥。"
      columns={[
        { label: "名称", cell: ({ name }) => name },
        { label: "开头", cell: ({ prefix }) => <code>{prefix}</code> },
        { label: "角色", cell: ({ role }) => (isRoleId(role) ? ROLES[role].label : role) },
        { label: "能做", cell: ({ actions }) => actions.map(actionLabel).join("、") },
        { label: "到期", cell: ({ expiresAt }) => inChina(expiresAt) },
        { label: "最近使用", cell: ({ usedAt }) => (usedAt === null ? "没有用过" : inChina(usedAt)) },
        {
          label: "状态",
          cell: (one) =>
            stateOf(one) ??
            (onRevoke ? (
              <button type="button" className="button" onClick={() => onRevoke(one)}>
                吊销<span className="visually-hidden">{one.name}</span>
              </button>
            ) : (
              "使用中"
            )),
        },
      ]}
    />
  );
}

/** null: in use. */
function stateOf({ revokedAt, expiresAt }: { readonly revokedAt: string | null; readonly expiresAt: string }): string | null {
  if (revokedAt !== null) return `已吊销（${inChina(revokedAt)}）`;
  return new Date(expiresAt).getTime() <= Date.now() ? "已到期" : null;
}

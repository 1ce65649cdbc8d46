/** Keys by which other programs come in: what each may do, until when, when it was last used. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ACTIONS, type ActionId, isRoleId, ROLES } from "@zhengdui/casework";
import type { OfficePaths } from "@zhengdui/contract";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { KEYS, NewKey } from "./new-key.tsx";

const actionLabel = (id: string): string => (Object.hasOwn(ACTIONS, id) ? ACTIONS[id as ActionId].label : id);

export function Keys() {
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const mayCreate = useMay("key.create") !== null;
  const mayRevoke = useMay("key.revoke") !== null;
  const mayConfirm = useMay("key.confirm") !== null;
  const listed = useQuery({ queryKey: KEYS, queryFn: () => answered(server.GET("/api/office/keys")) });
  const settle = useMutation({
    mutationFn: ({ deed, key: { id } }: Asked) => DEEDS[deed].send(id),
    onSuccess: async () => {
      setAsked(null);
      await queries.invalidateQueries({ queryKey: KEYS });
    },
  });
  const ask = (deed: Deed) => (key: Key) => {
    settle.reset();
    setAsked({ deed, key });
  };
  return (
    <Page
      title="接口密钥"
      lead="别的系统用密钥调用接口：一个密钥只有一个角色、只能做选定的事，到期失效。系统管理员开立，安全管理员核准后才能用。"
    >
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
          <KeyTable
            keys={listed.data.keys}
            {...(mayRevoke ? { onRevoke: ask("revoke") } : {})}
            {...(mayConfirm ? { onConfirm: ask("confirm") } : {})}
          />
        </div>
      )}
      {asked !== null && (
        <ConfirmDialog
          title={`${DEEDS[asked.deed].label}密钥：${asked.key.name}`}
          does={DEEDS[asked.deed].label}
          pending={settle.isPending}
          error={settle.error}
          onSend={() => settle.mutate(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{DEEDS[asked.deed].means(asked.key)}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}

type Key = OfficePaths["/api/office/keys"]["get"]["responses"][200]["content"]["application/json"]["keys"][number];

type Deed = "revoke" | "confirm";

interface Asked {
  readonly deed: Deed;
  readonly key: Key;
}

const roleLabel = (role: string): string => (isRoleId(role) ? ROLES[role].label : role);

const DEEDS = {
  revoke: {
    label: "吊销",
    send: (id: string) => answered(server.DELETE("/api/office/keys/{id}", { params: { path: { id } } })),
    means: () => "立即失效，不能恢复；用它的系统从此调用不了接口。",
  },
  confirm: {
    label: "核准",
    send: (id: string) => answered(server.POST("/api/office/keys/{id}/confirmation", { params: { path: { id } } })),
    means: ({ role, actions, expiresAt }: Key) =>
      `从此可以用它以${roleLabel(role)}的身份${actions.map(actionLabel).join("、")}，至 ${momentOf(expiresAt)}。`,
  },
} as const;

interface KeyTableProps {
  readonly keys: readonly Key[];
  readonly onConfirm?: (key: Key) => void;
  readonly onRevoke?: (key: Key) => void;
}

function KeyTable({ keys, onConfirm, onRevoke }: KeyTableProps) {
  return (
    <DataTable
      caption="接口密钥"
      rows={keys}
      keyOf={({ id }) => id}
      empty="还没有密钥。"
      columns={[
        { label: "名称", cell: ({ name }) => name },
        { label: "开头", cell: ({ prefix }) => <code>{prefix}</code> },
        { label: "角色", cell: ({ role }) => roleLabel(role) },
        { label: "能做", cell: ({ actions }) => actions.map(actionLabel).join("、") },
        { label: "到期", cell: ({ expiresAt }) => momentOf(expiresAt) },
        { label: "最近使用", cell: ({ usedAt }) => (usedAt === null ? "没有用过" : momentOf(usedAt)) },
        {
          label: "状态",
          cell: (one) => stateOf(one) ?? <OpenKey one={one} {...{ onConfirm, onRevoke }} />,
        },
      ]}
    />
  );
}

interface OpenKeyProps {
  readonly one: Key;
  readonly onConfirm: ((key: Key) => void) | undefined;
  readonly onRevoke: ((key: Key) => void) | undefined;
}

/** A key that can still be used, or come to be. */
function OpenKey({ one, onConfirm, onRevoke }: OpenKeyProps) {
  const waits = one.confirmedAt === null;
  const button = (label: string, onClick: (key: Key) => void) => (
    <button type="button" className="button" onClick={() => onClick(one)}>
      {label}
      <span className="visually-hidden">{one.name}</span>
    </button>
  );
  return (
    <>
      {waits ? "待核准" : "使用中"}
      {(onConfirm ?? onRevoke) !== undefined && (
        <span className="office-deeds">
          {waits && onConfirm !== undefined && button(DEEDS.confirm.label, onConfirm)}
          {onRevoke !== undefined && button(DEEDS.revoke.label, onRevoke)}
        </span>
      )}
    </>
  );
}

/** null: in use, or waiting to be. */
function stateOf({ revokedAt, expiresAt }: { readonly revokedAt: string | null; readonly expiresAt: string }): string | null {
  if (revokedAt !== null) return `已吊销（${momentOf(revokedAt)}）`;
  return new Date(expiresAt).getTime() <= Date.now() ? "已到期" : null;
}

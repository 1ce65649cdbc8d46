/** Where one is signed in; any other place can be ended, or all of them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { browserWords } from "./browser-words.ts";
import { SELF } from "./self-queries.ts";

const FACTORS: Readonly<Record<string, string>> = {
  password: "口令",
  totp: "动态口令",
  recovery: "恢复码",
  device: "可信设备",
  oidc: "统一身份",
  demonstration: "演示",
};

export function Sessions() {
  const queries = useQueryClient();
  const listed = useQuery({ queryKey: [...SELF, "sessions"], queryFn: () => answered(server.GET("/api/office/self/sessions")) });
  const onSuccess = () => queries.invalidateQueries({ queryKey: SELF });
  const end = useMutation({
    mutationFn: (handle: string) =>
      answered(server.DELETE("/api/office/self/sessions/{handle}", { params: { path: { handle } } })),
    onSuccess,
  });
  const endOthers = useMutation({ mutationFn: () => answered(server.POST("/api/office/self/sessions/end-others")), onSuccess });
  const sessions = listed.data?.sessions ?? [];
  return (
    <section aria-labelledby="self-sessions">
      <h2 id="self-sessions">正在登录的地方</h2>
      <TroubleNotice error={end.error ?? endOthers.error} />
      {listed.error !== null && <TroubleNotice error={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.data !== undefined && (
        <DataTable
          caption="正在登录的地方"
          rows={sessions}
          keyOf={({ handle }) => handle}
          empty="没有别的登录。"
          columns={[
            { label: "浏览器", cell: ({ agent }) => <span title={agent ?? ""}>{browserWords(agent ?? "")}</span> },
            { label: "地址", cell: ({ address }) => address ?? "" },
            { label: "登录于", cell: ({ begunAt }) => momentOf(begunAt) },
            { label: "最近使用", cell: ({ seenAt }) => momentOf(seenAt) },
            { label: "登录方式", cell: ({ factors }) => factors.map((one) => FACTORS[one] ?? one).join("、") },
            {
              label: "办理",
              cell: ({ handle, here }) =>
                here ? (
                  <span className="office-tag">本次登录</span>
                ) : (
                  <button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate(handle)}>
                    结束
                  </button>
                ),
            },
          ]}
        />
      )}
      {sessions.length > 1 && (
        <div className="office-actions">
          <button type="button" className="button" disabled={endOthers.isPending} onClick={() => endOthers.mutate()}>
            结束其他所有登录
          </button>
        </div>
      )}
    </section>
  );
}

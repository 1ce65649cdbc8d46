/** In a county of invented persons: sign in as any of them by one click. Elsewhere the server knows no such address and nothing is shown. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";

const SIDES = { applicant: "申报单位", office: "主管部门与相关部门", partner: "外部机构", admin: "系统管理" } as const;

export function Demonstration({ onDone }: { readonly onDone: () => void }) {
  const listed = useQuery({
    queryKey: ["demonstration"],
    queryFn: () => answered(server.GET("/api/office/demonstration")),
    retry: false,
  });
  const enter = useMutation({
    mutationFn: (account: string) => answered(server.POST("/api/office/demonstration/sign-in", { body: { account } })),
    onSuccess: onDone,
  });
  const persons = listed.data?.persons ?? [];
  if (persons.length === 0) return null;
  return (
    <section className="office-demonstration" aria-labelledby="demonstration">
      <h2 id="demonstration">演示</h2>
      <p className="office-hint">这里的人员和单位都是虚构的，点一下就以这个人登录，不用口令。</p>
      <TroubleNotice error={enter.error} />
      {(Object.keys(SIDES) as (keyof typeof SIDES)[]).map((side) => {
        const here = persons.filter((one) => one.side === side);
        return (
          here.length > 0 && (
            <div key={side}>
              <h3>{SIDES[side]}</h3>
              <ul>
                {here.map(({ account, name, roles }) => (
                  <li key={account}>
                    <button type="button" className="button" disabled={enter.isPending} onClick={() => enter.mutate(account)}>
                      {name}
                      <span className="office-hint">{[...new Set(roles.map(wordsOf))].join("、") || "还没有代表任何单位"}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}

const wordsOf = ({ label, territory }: { readonly label: string; readonly territory: string | null }): string =>
  territory === null ? label : `${label}（${territory}）`;

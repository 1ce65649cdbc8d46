/** What one claimed, and what became of it. */
import { useQuery } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { momentOf } from "../../../parts/office/moment.ts";

export const OWN_CLAIMS = ["unit-claims", "mine"] as const;

const STATE = { pending: "待核对", confirmed: "已通过", refused: "未通过" } as const;

export function OwnClaims() {
  const claims = useQuery({
    queryKey: OWN_CLAIMS,
    queryFn: () => answered(server.GET("/api/office/unit-claims/mine")),
  });
  return (
    <Fetched query={claims}>
      {({ claims: all }) =>
        all.length > 0 && (
          <>
            <h2>我的认领</h2>
            <DataTable
              caption="我的认领"
              rows={all}
              keyOf={({ id }) => id}
              empty="没有认领过单位。"
              columns={[
                { label: "单位", cell: ({ name }) => name },
                { label: "信用代码", cell: ({ uscc }) => uscc },
                { label: "提出", cell: ({ claimedAt }) => momentOf(claimedAt) },
                {
                  label: "结果",
                  cell: ({ state, reason }) => (
                    <>
                      {STATE[state]}
                      {reason !== null && `：${reason}`}
                    </>
                  ),
                },
              ]}
            />
          </>
        )
      }
    </Fetched>
  );
}

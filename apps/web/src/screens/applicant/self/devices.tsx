/** Devices on which the password alone suffices, until when, and how to end it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { browserWords } from "./browser-words.ts";
import { SELF } from "./self-queries.ts";

export function Devices() {
  const queries = useQueryClient();
  const listed = useQuery({ queryKey: [...SELF, "devices"], queryFn: () => answered(server.GET("/api/office/self/devices")) });
  const end = useMutation({
    mutationFn: (handle: string) =>
      answered(server.DELETE("/api/office/self/devices/{handle}", { params: { path: { handle } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: SELF }),
  });
  return (
    <section aria-labelledby="self-devices">
      <h2 id="self-devices">可信设备</h2>
      <TroubleNotice error={end.error} />
      {listed.error !== null && <TroubleNotice error={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.data !== undefined && (
        <DataTable
          caption="可信设备"
          rows={listed.data.devices}
          keyOf={({ handle }) => handle}
          empty="没有可信设备。绑定了动态口令的，每次登录都要输入。"
          columns={[
            { label: "设备", cell: ({ name }) => <span title={name}>{browserWords(name)}</span> },
            { label: "信任于", cell: ({ trustedAt }) => momentOf(trustedAt) },
            { label: "有效至", cell: ({ expiresAt }) => momentOf(expiresAt) },
            {
              label: "办理",
              cell: ({ handle }) => (
                <button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate(handle)}>
                  不再信任
                </button>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

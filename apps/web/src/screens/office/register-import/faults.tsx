/** Everything that is wrong with a file, place by place; the list can be copied or kept for who made the file. */
import { useState } from "react";
import type { OfficeTrouble } from "../../../office-server.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { saveCsv } from "../../../parts/office/save-csv.ts";

export interface FaultsProps {
  readonly trouble: OfficeTrouble;
  readonly title: string;
  readonly fileName: string;
}

const HEAD = ["位置", "问题", "怎样改"] as const;

export function Faults({ trouble: { message, problems }, title, fileName }: FaultsProps) {
  const rows = problems.map(({ path, problem, expected }) => [path === "" ? "整个文件" : path, problem, expected] as const);
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText([HEAD, ...rows].map((row) => row.join("\t")).join("\n"));
      setCopied("已复制，可以粘贴到表格或消息里。");
    } catch {
      setCopied("浏览器不许复制，请改用下载。");
    }
  };
  return (
    <section className="office-faults">
      <h2 tabIndex={-1}>有 {rows.length} 处要改</h2>
      <p className="office-trouble">{message}</p>
      <p>改好文件以后重新选择，再预览一次。年度和已选的文件都还在。</p>
      <div className="office-actions">
        <button type="button" className="button" onClick={() => void copy()}>
          复制清单
        </button>
        <button type="button" className="button" onClick={() => saveCsv(`${title}要改的地方 ${fileName}.csv`, [HEAD, ...rows])}>
          下载清单
        </button>
        <span role="status">{copied}</span>
      </div>
      <DataTable
        caption="要改的地方"
        rows={rows.map((row, at) => ({ row, at: at + 1 }))}
        keyOf={({ at }) => String(at)}
        empty={null}
        columns={[
          { label: "序号", cell: ({ at }) => at },
          { label: HEAD[0], cell: ({ row }) => <strong className="office-place">{row[0]}</strong> },
          { label: HEAD[1], cell: ({ row }) => row[1] },
          { label: HEAD[2], cell: ({ row }) => row[2] },
        ]}
      />
    </section>
  );
}

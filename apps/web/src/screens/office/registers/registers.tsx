/** All kinds of registers that one may see: who supplies each, what is in force, by whom it came and when. */
import { Link } from "react-router";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { NothingHere } from "../../../parts/office/nothing-here.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { periodWords } from "../../../parts/office/period-words.ts";
import { FAMILIES } from "../../../parts/office/register-family.ts";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { type FamilyKind, useRegisterKinds } from "../../../parts/office/use-register-kinds.ts";
import { Waiting } from "../../../parts/office/waiting.tsx";

export function Registers() {
  const { kinds, pending, error, retry } = useRegisterKinds();
  if (!pending && error === null && kinds.length === 0) return <NothingHere />;
  return (
    <Page
      title="名单"
      lead="各部门提供的名单和数据，一次导入一版；同一年度（截至日）只有一版有效。导错了可以撤销，前一版重新有效。"
    >
      {error !== null && <TroubleNotice error={error} onRetry={retry} />}
      {pending && <Waiting />}
      {FAMILIES.map(({ family, heading }) => {
        const own = kinds.filter(({ place }) => place.family === family);
        return own.length === 0 ? null : <FamilySection key={family} heading={heading} kinds={own} />;
      })}
    </Page>
  );
}

function FamilySection({ heading, kinds }: { readonly heading: string; readonly kinds: readonly FamilyKind[] }) {
  return (
    <section className="office-even">
      <h2>{heading}</h2>
      <DataTable
        caption={heading}
        rows={kinds}
        keyOf={({ id }) => id}
        empty={null}
        columns={[
          { label: "名称", cell: ({ id, title }) => <Link to={`/registers/${id}`}>{title}</Link> },
          { label: "由谁提供", cell: ({ supplier }) => supplier },
          { label: "现行", cell: ({ latest }) => (latest === null ? "还没有导入" : inForce(latest)) },
          { label: "行数", number: true, cell: ({ latest }) => latest?.rowCount.toLocaleString("zh-CN") ?? "" },
          { label: "导入人", cell: ({ latest }) => latest?.importedByName ?? "" },
          { label: "导入时间", cell: ({ latest }) => (latest === null ? "" : momentOf(latest.importedAt)) },
        ]}
      />
    </section>
  );
}

const inForce = ({ period, number }: NonNullable<FamilyKind["latest"]>): string => `${periodWords(period)}第 ${number} 版`;

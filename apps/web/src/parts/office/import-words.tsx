/** From which import of which register something is known: who supplied the list, which version, when and by whom; led to, for those who may read registers. */
import { Link } from "react-router";
import type { Got } from "./got.ts";
import { dayOf } from "./moment.ts";
import { periodWords } from "./period-words.ts";

export type ImportFrom = Got<"/api/office/enterprises/{uscc}">["registers"][number]["from"];

export interface ImportWordsProps {
  readonly from: ImportFrom;
  readonly mayRead: boolean;
}

export function ImportWords({ from, mayRead }: ImportWordsProps) {
  const { kind, version, title, supplier, period, number, fileName, importedAt, importedByName } = from;
  const name = `${periodWords(period)}${title}第 ${number} 版`;
  return (
    <>
      {supplier}提供，{mayRead ? <Link to={`/registers/${kind}/versions/${version}`}>{name}</Link> : name}（{fileName}），
      <span className="office-day">{dayOf(importedAt)}</span>
      {importedByName !== null && `由${importedByName}`}导入
    </>
  );
}

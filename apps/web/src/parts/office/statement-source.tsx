/** Who said something of a fact, when, and from what: the unit, an office with its basis, or the import of a register. */
import { FileLink } from "./file-link.tsx";
import type { Got } from "./got.ts";
import { ImportWords } from "./import-words.tsx";
import { dayOf, momentOf } from "./moment.ts";
import { useMay } from "./use-me.ts";

export type Statement = Got<"/api/office/enterprises/{uscc}">["facts"][number]["current"];

const SOURCE: Readonly<Record<Statement["source"], string>> = { unit: "单位填报", bureau: "部门登记", register: "名单导入" };

export interface StatementSourceProps {
  readonly one: Statement;
  /** Names of the accounts that are known here. */
  readonly names: ReadonlyMap<string, string>;
  /** To the minute. */
  readonly exact?: true;
}

export function StatementSource({ one, names, exact }: StatementSourceProps) {
  const mayRead = useMay("register.read") !== null;
  if (one.register !== null) return <ImportWords from={one.register} mayRead={mayRead} />;
  const who = names.get(one.suppliedBy);
  return (
    <>
      {SOURCE[one.source]}
      {who !== undefined && `（${who}）`}，
      <span className="office-day">{exact ? momentOf(one.suppliedAt) : dayOf(one.suppliedAt)}</span>
      {one.basis !== null && `；依据：${basisWords(one.basis)}`}　<FileLink id={one.evidenceFile} label="证明材料" />
    </>
  );
}

/** A correction names its dispute by number; the dispute stands below, in words. */
const basisWords = (basis: string): string => basis.replace(/^异议成立：.*$/, "异议成立");

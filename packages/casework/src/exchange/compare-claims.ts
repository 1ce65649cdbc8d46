/** A claim that is exported again, beside what is kept of it: the same, changed and where, or changed though it may not be. */
import { formatMoney } from "@zhengdui/basics";
import { CLAIM_STAGES, type ClaimStage, isOpen } from "./claim-stages.ts";
import type { ReadClaim } from "./read-claims.ts";

export interface KeptClaim extends Omit<ReadClaim, "row"> {
  readonly state: ClaimStage;
}

export interface ClaimChange {
  /** In words: 项目, or the column's heading or fact's path. */
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface ClaimComparison {
  readonly changes: readonly ClaimChange[];
  /** Something changed on which a decision rests; further columns are no such thing. */
  readonly matters: boolean;
  /** What hinders taking the change; null: nothing. */
  readonly hindrance: string | null;
}

/** `attachments`: paths of such as are new or other than before. */
export function compareClaim(kept: KeptClaim, read: ReadClaim, attachments: readonly string[]): ClaimComparison {
  const weighty = [
    change("统一社会信用代码", kept.uscc, read.uscc),
    change("单位名称", kept.name, read.name),
    change("条款", kept.clause, read.clause),
    change("项目", kept.project, read.project),
    change("申报金额（元）", money(kept.claimed), money(read.claimed)),
    ...changesOf(kept.facts, read.facts),
    ...attachments.map((path) => ({ field: "附件", from: null, to: path })),
  ].flat();
  const changes = [...weighty, ...changesOf(kept.others, read.others)];
  const matters = weighty.length > 0;
  const fields = [...new Set(weighty.map(({ field }) => field))].join("、");
  const hindrance =
    matters && !isOpen(kept.state) ? `${read.number} ${CLAIM_STAGES[kept.state]}，这次导出的${fields}却变了` : null;
  return { changes, matters, hindrance };
}

const money = (fen: number | null): string | null => (fen === null ? null : formatMoney(fen));

const change = (field: string, from: string | null, to: string | null): ClaimChange[] =>
  from === to ? [] : [{ field, from, to }];

const shown = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === "string" ? value : canonical(value);

/** Databases don't keep the order of an object's keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

function changesOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): ClaimChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => change(field, shown(before[field]), shown(after[field])));
}

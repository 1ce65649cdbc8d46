/** What the total would be if a given-up item were kept: everything else that claims its project is taken away, and the rest assessed anew. */
import type { GivenUp, Result } from "@zhengdui/contract";
import { hasProjects } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { fenOf } from "../../../parts/figures/money.ts";
import { isRecord, type Json } from "../../../parts/form/json.ts";
import { type Answered, withoutRows } from "./answered.ts";

export interface KeptInstead {
  readonly project: string;
  /** 分: granted, and outside awards that stand. */
  readonly total: bigint;
  readonly result: Result;
}

/** 分: what a lawful combination is chosen by. */
export const combinedTotal = ({ totals }: Result): bigint =>
  (fenOf(totals.granted) ?? 0n) + (fenOf(totals.outsideStanding) ?? 0n);

/** null: it can't be told apart, for both stand in one list. */
export function keptInstead(
  policy: Policy,
  now: Answered,
  result: Result,
  given: GivenUp,
  assess: (answered: Answered) => Result,
): KeptInstead | null {
  const { combination } = policy;
  const own = policy.measures.find(({ id }) => id === given.measure);
  const project = result.measures.find(({ id }) => id === given.measure)?.items.find(({ id }) => id === given.item)?.project;
  if (combination === null || own === undefined || project === undefined || !("list" in own.form)) return null;
  const { list } = own.form;
  const rivals = policy.measures.filter(
    ({ id, form }) => id !== own.id && "list" in form && combination.except?.includes(id) !== true,
  );
  const keeper = rivals.find(({ id }) => id === given.keptMeasure);
  if (keeper !== undefined && "list" in keeper.form && keeper.form.list === list) return null;
  const lists = rivals.flatMap(({ form }) => (hasProjects(policy, form) && form.list !== list ? [form.list] : []));
  const isOf = (row: Json): boolean => isRecord(row) && (row.project ?? row.id) === project;
  const alone = [...new Set([...lists, combination.outside])].reduce((left, each) => withoutRows(left, each, isOf), now);
  const found = assess(alone);
  return { project, total: combinedTotal(found), result: found };
}

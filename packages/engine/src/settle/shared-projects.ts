/**
 * Marks projects for which more than one applicant is granted something: the literal text speaks of the project, whoever is paid, and the office
 * decides. Only a project that was written out is compared; an item's own id means nothing to another applicant.
 */
import type { Measure } from "@zhengdui/policy";
import type { Prepared } from "../dossier.ts";
import type { ItemResult, MeasureResult, Result } from "../result.ts";
import { rowsOf } from "../rows.ts";

const SAME_PROJECT = "same-project-other-payee";

const GIVEN_UP = "given-up";

/** `dossiers` and `results` by the same index. */
export function markSharedProjects(
  measures: readonly Measure[],
  dossiers: readonly Prepared[],
  results: readonly Result[],
): readonly Result[] {
  const stated = dossiers.map((dossier) => statedItems(measures, dossier));
  const payees = new Map<string, Set<number>>();
  for (const [index, result] of results.entries()) {
    for (const project of grantedProjects(result, stated[index]))
      payees.set(project, (payees.get(project) ?? new Set()).add(index));
  }
  const shared = new Set([...payees].filter(([, indexes]) => indexes.size > 1).map(([project]) => project));
  return shared.size === 0 ? results : results.map((result, index) => marked(result, stated[index], shared));
}

/** Keys "measure\0item" of the items whose project was written out. */
type Stated = ReadonlySet<string>;

const keyOf = (measure: string, item: string): string => `${measure}\0${item}`;

function statedItems(measures: readonly Measure[], dossier: Prepared): Stated {
  const stated = new Set<string>();
  for (const { id, form } of measures) {
    if (form.kind !== "each" && form.kind !== "pool") continue;
    for (const row of rowsOf(dossier, form.list)) if (row.projectStated === true) stated.add(keyOf(id, String(row.id)));
  }
  return stated;
}

const isMoney = (amount: string | null): boolean => amount !== null && /[1-9]/.test(amount);

/** An item of a sum has no amount of its own: it is paid for where the sum is, unless it gives a reason why it doesn't count. */
function isGranted(measure: MeasureResult, item: ItemResult): boolean {
  if (item.granted !== null) return isMoney(item.granted);
  return isMoney(measure.granted) && item.reasons.length === 0 && !item.marks.includes(GIVEN_UP);
}

function grantedProjects(result: Result, stated: Stated | undefined): string[] {
  return result.measures.flatMap((measure) =>
    measure.items
      .filter((item) => stated?.has(keyOf(measure.id, item.id)) && isGranted(measure, item))
      .map((item) => item.project),
  );
}

const withMark = (marks: readonly string[]): readonly string[] =>
  marks.includes(SAME_PROJECT) ? marks : [...marks, SAME_PROJECT];

function marked(result: Result, stated: Stated | undefined, shared: ReadonlySet<string>): Result {
  const measures = result.measures.map((measure) => {
    const hit = (item: ItemResult) =>
      shared.has(item.project) && stated?.has(keyOf(measure.id, item.id)) === true && isGranted(measure, item);
    if (!measure.items.some(hit)) return measure;
    const items = measure.items.map((item) => (hit(item) ? { ...item, marks: withMark(item.marks) } : item));
    return { ...measure, items, marks: withMark(measure.marks) };
  });
  return measures.every((measure, index) => measure === result.measures[index]) ? result : { ...result, measures };
}

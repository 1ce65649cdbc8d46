/** Items of a measure as the contract lists them, after 就高不重复: what each stands for, what it is granted, and why not. */
import { formatMoney } from "@zhengdui/basics";
import type { Measure } from "@zhengdui/policy";
import { projectOf } from "../claims.ts";
import { type Combined, OUTSIDE } from "../combine.ts";
import type { Prepared, Row } from "../dossier.ts";
import type { GivenUp, ItemResult } from "../result.ts";
import { rowsOf } from "../rows.ts";
import type { ItemWhy, MeasureWhy } from "../why.ts";

export interface ItemsResult {
  readonly items: readonly ItemResult[];
  readonly givenUp: readonly GivenUp[];
  /** Is an item granted on a project whose outside award has not been returned? */
  readonly toRepay: boolean;
}

interface Place {
  readonly measures: readonly Measure[];
  readonly index: number;
  readonly why: MeasureWhy;
  readonly combined: Combined;
}

const NOTHING: ItemsResult = { items: [], givenUp: [], toRepay: false };

export function itemsOf(dossier: Prepared, place: Place): ItemsResult {
  const { form } = place.measures[place.index] as Measure;
  if (form.kind === "discretionary") return { ...NOTHING, items: rowsOf(dossier, form.list).map(plainItem) };
  if (form.kind !== "each" && form.kind !== "pool") return NOTHING;
  const rows = rowsOf(dossier, form.list);
  const competes = place.combined.competing[place.index] ?? true;
  const pays = form.kind === "pool" ? place.why.value > 0 : true;
  const claims = place.why.items.map((item): Claim => {
    const row = rows[item.index] as Row;
    const counts = item.holds === true && place.why.holds === true && (form.kind === "pool" ? pays : item.value > 0);
    const keeper = competes ? place.combined.keeper.get(projectOf(row)) : undefined;
    return { item, row, counts, keeper, kept: counts && (keeper === undefined || keeper === place.index) };
  });
  const shares = form.kind === "each" ? sharesOf(claims, place.combined.granted[place.index] ?? 0) : null;
  const found = claims.map((claim) => one(place, form.kind, claim, shares?.get(claim) ?? 0));
  return { items: found.map((f) => f.item), givenUp: found.flatMap((f) => f.givenUp), toRepay: found.some((f) => f.toRepay) };
}

const plainItem = (row: Row): ItemResult => ({
  id: String(row.id),
  project: projectOf(row),
  amount: "0.00",
  granted: "0.00",
  marks: [],
  reasons: [],
});

interface Claim {
  readonly item: ItemWhy;
  readonly row: Row;
  /** Would the measure pay for it? */
  readonly counts: boolean;
  readonly keeper: number | undefined;
  /** It counts, and its project is this measure's. */
  readonly kept: boolean;
}

/** What the measure grants, item by item: larger amounts first where its cap cuts, then by id, so that the order of the list means nothing. */
function sharesOf(claims: readonly Claim[], granted: number): ReadonlyMap<Claim, number> {
  const kept = claims.filter((claim) => claim.kept);
  const total = kept.reduce((sum, claim) => sum + claim.item.value, 0);
  if (total > granted) kept.sort((a, b) => b.item.value - a.item.value || (String(a.row.id) < String(b.row.id) ? -1 : 1));
  let left = granted;
  return new Map(
    kept.map((claim) => {
      const share = Math.min(claim.item.value, left);
      left -= share;
      return [claim, share];
    }),
  );
}

function one(place: Place, kind: "each" | "pool", { item, row, counts, keeper, kept }: Claim, granted: number) {
  const project = projectOf(row);
  const lost = counts && !kept;
  const value = item.holds === true && place.why.holds === true ? item.value : 0;
  const awards = place.combined.awards.get(project) ?? [];
  const toRepay = kept && keeper !== undefined && awards.length > 0;
  const marks = [...item.marks, ...(lost ? ["given-up"] : []), ...(toRepay ? ["outside-award-to-repay"] : [])];
  const result: ItemResult = {
    id: String(row.id),
    project,
    amount: kind === "pool" ? null : formatMoney(value),
    granted: kind === "pool" ? null : formatMoney(granted),
    marks,
    reasons: reasonsOf(place, item),
  };
  return { item: result, givenUp: lost ? [givenUpOf(place, kind, item, row, keeper as number)] : [], toRepay };
}

/** Why an item doesn't count, or what is still open; the wording stands in the policy. */
function reasonsOf(place: Place, item: ItemWhy): string[] {
  const { form } = place.measures[place.index] as Measure;
  if (form.kind !== "each" && form.kind !== "pool") return [];
  return form.when.flatMap((condition, i) => {
    const holds = item.conditions[i]?.value;
    return holds === false ? [condition.otherwise] : holds === null ? [`待定：${condition.text}`] : [];
  });
}

function givenUpOf(place: Place, kind: "each" | "pool", item: ItemWhy, row: Row, keeper: number): GivenUp {
  const project = projectOf(row);
  const measure = place.measures[place.index] as Measure;
  const amount = kind === "each" ? item.value : place.why.value - place.combined.poolValue(place.index, (p) => p !== project);
  const base = { measure: measure.id, item: String(row.id), amount: formatMoney(Math.max(0, amount)) };
  if (keeper === OUTSIDE) {
    const programmes = new Set((place.combined.awards.get(project) ?? []).map((a) => a.programme));
    const programme = [...programmes].sort().join("、");
    return {
      ...base,
      keptProgramme: programme,
      why: `项目“${project}”已享受“${programme}”，就高不重复：保留该项奖补，合计不低于改领本条`,
    };
  }
  const kept = place.measures[keeper] as Measure;
  return {
    ...base,
    keptMeasure: kept.id,
    why: `项目“${project}”同一年度只能享受一项：由${kept.clause}${kept.title}给予，合法组合中合计最大`,
  };
}

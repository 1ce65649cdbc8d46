/** The parts of a policy that hold rules, and what a place in them is called: its clause, its row's list, its words. */
import type { Measure, Policy } from "@zhengdui/policy";
import { type Path, valueAt } from "./mutant.ts";

/** A part of the policy that holds rules. */
export interface Room {
  readonly path: Path;
  readonly clause: string;
  readonly measure: Measure | null;
}

export function roomsOf(policy: Policy): Room[] {
  const measures = policy.measures.map((measure, i): Room => ({ path: ["measures", i], clause: measure.clause, measure }));
  const shared = (["combination", "ceiling"] as const).flatMap((key): Room[] => {
    const part = policy[key];
    return part === null ? [] : [{ path: [key], clause: part.clause, measure: null }];
  });
  return [...measures, ...shared];
}

/** The list whose row an expression reads. */
export function listAt(policy: Policy, { measure }: Pick<Room, "measure">, path: Path): string {
  if (measure === null) return path[0] === "combination" ? (policy.combination?.outside ?? "") : "";
  for (let end = path.length; end > 2; end--) {
    const at = valueAt(policy, path.slice(0, end));
    if (typeof at === "object" && at !== null && "list" in at && typeof at.list === "string") return at.list;
  }
  return "list" in measure.form ? measure.form.list : "";
}

const PLACES: Readonly<Record<string, string>> = {
  amount: "金额",
  basis: "计入的数",
  counts: "是否计数",
  itemCap: "单项上限",
  yearCap: "年度上限",
  competes: "哪些外部奖补参加比较",
  local: "哪些外部奖补是本级",
  who: "受上限约束的单位",
  by: "分组",
  largest: "只取最大一组",
  selection: "遴选",
  contribution: "财政贡献",
  otherAwards: "其他本级奖补",
  combination: "就高不重复",
  ceiling: "财政贡献上限",
};

/** The nearest thing above that has words of its own. */
export function placeAt(policy: Policy, path: Path): string {
  for (let end = path.length; end > 0; end--) {
    const at = valueAt(policy, path.slice(0, end)) as Readonly<Record<string, unknown>> | null;
    const key = path[end - 1];
    if (typeof key === "string" && PLACES[key] !== undefined) return PLACES[key];
    if (typeof at !== "object" || at === null) continue;
    if ("mark" in at && !("quote" in at)) return `注明 ${String(at.mark)}`;
    for (const word of ["text", "name"]) if (typeof at[word] === "string" && !("op" in at)) return String(at[word]);
  }
  return "";
}

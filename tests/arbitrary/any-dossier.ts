/** Valid dossiers of any policy, from its own declared facts: figures of the policy, their neighbours and a few others, so that boundaries are met. */
import type { Fact, FactList, FactRecord, Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { creditCode } from "./credit-code.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface Figures {
  /** 分 */
  readonly money: readonly number[];
  readonly counts: readonly number[];
}

function figuresOf(policy: Policy): Figures {
  const near = (n: number): number[] => [n - 1, n, n + 1, 2 * n].filter((x) => x >= 0);
  const numbers = policy.params.flatMap((p) => (typeof p.value === "number" ? [{ ...p, value: p.value }] : []));
  const money = numbers.filter((p) => p.unit.startsWith("元")).flatMap((p) => near(p.value));
  const counts = numbers.filter((p) => p.scale === 0 && !p.unit.startsWith("元")).flatMap((p) => near(p.value));
  return { money: [0, 1, 99, ...money], counts: [0, 1, 2, ...counts.filter((n) => n < 1000)] };
}

const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;

function arbitraryOf(fact: Fact, policy: Policy, figures: Figures): fc.Arbitrary<Json> {
  const { type } = fact;
  const years = [Math.min(...policy.years) - 1, ...policy.years, Math.max(...policy.years) + 1];
  const year = fc.constantFrom(...years);
  const day = fc.tuple(year, fc.constantFrom("01-01", "06-30", "12-31")).map(([y, d]) => `${y}-${d}`);
  switch (type.kind) {
    case "money":
      return fc.constantFrom(...figures.money).map(yuan);
    case "count":
      return fc.constantFrom(...figures.counts);
    case "decimal":
      return fc.constantFrom("0", "1", "2.5", "60");
    case "rate":
      return fc.constantFrom("0", "0.0345", "0.05", "0.1");
    case "boolean":
      return fc.boolean();
    case "date":
      return day;
    case "month":
      return day.map((d) => d.slice(0, 7));
    case "year":
      return year;
    case "text":
      return fc.constantFrom("甲", "乙", "丙");
    case "uscc":
      return fc.nat(40).map(creditCode);
    case "industry":
      return fc.constantFrom("1951", "6513", "2612");
    case "option":
      return fc.constantFrom(...type.options.map((o) => o.id));
    case "options":
      return fc.subarray(type.options.map((o) => o.id));
  }
}

function factsOf(facts: readonly Fact[], policy: Policy, figures: Figures): fc.Arbitrary<Record<string, Json>> {
  const entries = facts.map((fact) => {
    const value = arbitraryOf(fact, policy, figures);
    const maybe = fact.presence === "required" ? value : fc.option(value, { freq: 4, nil: null });
    return [fact.key, maybe] as const;
  });
  return fc.record(Object.fromEntries(entries));
}

function rowsOf(list: FactList, policy: Policy, figures: Figures): fc.Arbitrary<Json[]> {
  const row = factsOf(list.facts, policy, figures);
  const many = fc.array(row, { maxLength: Math.min(list.most ?? 4, 4) });
  return many.map((rows) => {
    const seen = new Set<Json>();
    return rows.flatMap((one, i) => {
      const named = list.facts.some((f) => f.key === "id") ? { ...one, id: `${list.id}-${i + 1}` } : one;
      const project = (named as { project?: Json }).project ?? `${list.id}-${i + 1}`;
      if (list.projects === "once" && seen.has(project)) return [];
      seen.add(project);
      return [named];
    });
  });
}

/** Checks between facts aren't heeded: the reader may still refuse one. */
export function anyDossier(policy: Policy): fc.Arbitrary<Record<string, Json>> {
  const figures = figuresOf(policy);
  const inner = (record: FactRecord) => policy.facts.lists.filter((list) => list.id.startsWith(`${record.id}.`));
  const records = policy.facts.records.map((record) => {
    const lists = Object.fromEntries(inner(record).map((l) => [l.id.slice(record.id.length + 1), rowsOf(l, policy, figures)]));
    const whole = fc
      .tuple(factsOf(record.facts, policy, figures), fc.record(lists))
      .map(([own, below]) => ({ ...own, ...below }));
    return [record.id, record.required ? whole : fc.option(whole, { nil: null })] as const;
  });
  const lists = policy.facts.lists.filter((l) => !l.id.includes(".")).map((l) => [l.id, rowsOf(l, policy, figures)] as const);
  return fc
    .record({ year: fc.constantFrom(...policy.years), ...Object.fromEntries([...records, ...lists]) })
    .map((dossier) => ({ policy: policy.id, ...dossier }));
}

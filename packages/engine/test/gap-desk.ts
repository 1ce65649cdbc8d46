/** The policy's engine at hand for tests of gaps: one applicant who qualifies, and what a measure answers. */
import { readFileSync } from "node:fs";
import type { Policy } from "@zhengdui/policy";
import { creditCode } from "../../../tests/arbitrary/credit-code.ts";
import type { RawDossier, RawRow } from "../../../tests/arbitrary/raw-dossier.ts";
import { createEngine } from "../src/engine.ts";
import type { MeasureResult } from "../src/result.ts";

const file = new URL("../../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
export const policy = JSON.parse(readFileSync(file, "utf8")) as Policy;
export const engine = createEngine(policy, "generated");
export const place = (id: string): number => policy.measures.findIndex((m) => m.id === id);

export const fenOf = (money: string): number => Math.round(Number(money) * 100);
export const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;

export function measure(raw: RawDossier, id: string): MeasureResult {
  const read = engine.read(raw);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return engine.assess(read.value).measures[place(id)] as MeasureResult;
}

const out = new Float64Array(policy.measures.length + 2);
/** 分; null where the dossier can't be read. */
export function amount(raw: RawDossier, id: string): number | null {
  const read = engine.read(raw);
  if (!read.ok) return null;
  engine.amounts(read.value, out);
  return out[place(id)] as number;
}

export const enterprise: RawRow = {
  uscc: creditCode(1),
  name: "示例企业1",
  kind: "enterprise",
  industry: "1951",
  roles: ["system-integrator", "research-institute"],
  registeredInJinjiang: true,
  aboveScale: true,
  fiscalContribution: null,
};
export const base = { year: 2023, applicant: enterprise };
export const summary = ({ gaps }: MeasureResult): string[] =>
  gaps.map((g) => `${g.changes.map((c) => `${c.fact.split(".").slice(-2).join(".")} ${c.from}→${c.to}`).join(" + ")}: ${g.gain}`);

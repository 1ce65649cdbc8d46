/** One declared fact read by itself, the way a dossier's reader reads it: for facts that are kept by year, outside of any dossier. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Fact } from "@zhengdui/policy";
import type { Ratio, Value } from "../dossier.ts";
import { valueReader } from "./value-reader.ts";

export interface ReadFact {
  /** As a dossier takes it. */
  readonly value: unknown;
  /** Two values are the same where these are: 1000, "1000" and "1000.00" 元 are one amount. */
  readonly same: string;
}

/** The problems speak to who fills in a form: of labels, never of ids. Their paths are relative to `path`. null stands for "not known" or "none", where the declaration lets it. */
export function readFact(fact: Fact, raw: unknown, path: string): Outcome<ReadFact, Problem> {
  const reader = valueReader(fact.type, "form");
  if (raw === null || raw === undefined) {
    if (raw === null && fact.presence !== "required") return ok({ value: null, same: "null" });
    return fail({ path, problem: `${fact.label}：没有填写`, expected: reader.expected });
  }
  const value = reader.read(raw);
  if (value !== undefined) return ok({ value: raw, same: sameness(value) });
  return fail(
    ...reader.faults(raw).map(({ suffix, problem, expected }) => ({
      path: `${path}${suffix}`,
      problem: `${fact.label}：${problem}`,
      expected,
    })),
  );
}

const isRatio = (value: Value): value is Ratio => typeof value === "object" && value !== null && "d" in value;

function sameness(value: Value): string {
  if (!isRatio(value)) return JSON.stringify(value);
  const by = divisor(value.n, value.d);
  return `${value.n / by}/${value.d / by}`;
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));

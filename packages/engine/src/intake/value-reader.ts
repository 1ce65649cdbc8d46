/** Reads one value of a dossier by its kind: the exact machine form, or undefined where it isn't one; then `faults` says why. */
import { checkCreditCode, isIndustryCode, parseDate, parseDecimal, parseMoney, parseMonth, parseRate } from "@zhengdui/basics";
import type { FactKind, Option } from "@zhengdui/policy";
import type { Ratio, Value } from "../dossier.ts";
import { expectationOf, type Wording } from "./expectation.ts";
import { type Fault, faultsOf } from "./value-fault.ts";

export interface ValueReader {
  /** What the value should be, in words. */
  readonly expected: string;
  /** Never null. undefined: not such a value. */
  readonly read: (raw: unknown) => Exclude<Value, null> | undefined;
  readonly faults: (raw: unknown) => readonly Fault[];
}

const MAX_TEXT = 500;
const NOT_TEXT = /[\p{Cc}\p{Cs}]/u;

export function valueReader(kind: FactKind, wording: Wording = "dossier"): ValueReader {
  const expected = expectationOf(kind, wording);
  return { expected, read: readerOf(kind), faults: (raw) => faultsOf(kind, raw, wording) };
}

function readerOf(kind: FactKind): ValueReader["read"] {
  switch (kind.kind) {
    case "money":
      return readMoney;
    case "count":
      return (raw) => (Number.isSafeInteger(raw) && (raw as number) >= 0 ? Math.abs(raw as number) : undefined);
    case "decimal":
      return readDecimal;
    case "rate":
      return (raw) => (typeof raw === "string" && raw.length <= MAX_TEXT ? orNone(parseRate(raw)) : undefined);
    case "boolean":
      return (raw) => (typeof raw === "boolean" ? raw : undefined);
    case "date":
      return (raw) => (typeof raw === "string" ? orNone(parseDate(raw)) : undefined);
    case "month":
      return (raw) => (typeof raw === "string" ? orNone(parseMonth(raw)) : undefined);
    case "year":
      return (raw) => (Number.isInteger(raw) && (raw as number) >= 1000 && (raw as number) <= 9999 ? (raw as number) : undefined);
    case "text":
      return (raw) => (typeof raw === "string" && isText(raw) ? raw : undefined);
    case "uscc":
      return (raw) => (typeof raw === "string" && checkCreditCode(raw).ok ? raw : undefined);
    case "industry":
      return (raw) => (typeof raw === "string" && isIndustryCode(raw) ? raw : undefined);
    case "option":
      return optionReader(kind.options);
    case "options":
      return optionsReader(kind.options);
  }
}

function readMoney(raw: unknown): number | undefined {
  const read = parseMoney(raw);
  return read.ok ? read.value : undefined;
}

function readDecimal(raw: unknown): Ratio | undefined {
  // A text of a million digits isn't a figure, and exact arithmetic on it would take its time.
  if (typeof raw === "string" && raw.length > MAX_TEXT) return undefined;
  return orNone(parseDecimal(raw));
}

const orNone = <T>(value: T | null): T | undefined => (value === null ? undefined : value);

/** 1 to 500 code points, none of them a control character or half of a pair. */
function isText(raw: string): boolean {
  if (raw.length === 0 || raw.length > 2 * MAX_TEXT || NOT_TEXT.test(raw)) return false;
  return raw.length <= MAX_TEXT || [...raw].length <= MAX_TEXT;
}

function optionReader(options: readonly Option[]): ValueReader["read"] {
  const ids = new Set(options.map((option) => option.id));
  return (raw) => (typeof raw === "string" && ids.has(raw) ? raw : undefined);
}

/** Sorted and distinct, whatever the order given. */
function optionsReader(options: readonly Option[]): ValueReader["read"] {
  const ids = options.map((option) => option.id).sort();
  const known = new Set(ids);
  return (raw) => {
    if (!Array.isArray(raw) || !raw.every((id) => typeof id === "string" && known.has(id))) return undefined;
    const given = new Set<unknown>(raw);
    return ids.filter((id) => given.has(id));
  };
}

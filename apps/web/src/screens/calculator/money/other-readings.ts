/** Where the text is open: which reading was taken, and what each other one would give this applicant. */
import type { Result } from "@zhengdui/contract";
import type { Interpretation, Policy } from "@zhengdui/policy";
import { fenOf } from "../../../parts/figures/money.ts";
import { getAt } from "../../../parts/form/json.ts";
import { type Answered, withValue } from "./answered.ts";

export interface MeasureDifference {
  readonly measure: string;
  readonly title: string;
  /** 元. */
  readonly before: string;
  readonly after: string;
}

export interface OtherReading {
  readonly id: string;
  readonly text: string;
  readonly measures: readonly MeasureDifference[];
  /** 分, after less before. */
  readonly granted: bigint;
  /** 分; null: not known for one of the two. */
  readonly payable: bigint | null;
  readonly hasEffect: boolean;
}

export interface Taken {
  readonly of: Interpretation;
  readonly reading: string;
  readonly isDefault: boolean;
  readonly others: readonly OtherReading[];
}

const pathOf = (key: string) => ["settings", "interpretations", key];

export function takenReading({ readings, key }: Interpretation, { dossier }: Answered): string {
  const stated = getAt(dossier, pathOf(key));
  return readings.find(({ id }) => id === stated)?.id ?? readings[0]?.id ?? "";
}

export const computedReadings = (policy: Policy): readonly Interpretation[] =>
  policy.interpretations.filter(({ computed, readings }) => computed && readings.length > 1);

export function compareReadings(
  of: Interpretation,
  now: Answered,
  result: Result,
  assess: (answered: Answered) => Result,
): Taken {
  const reading = takenReading(of, now);
  const others = of.readings
    .filter(({ id }) => id !== reading)
    .map(({ id, text }) => ({ id, text, ...differenceOf(result, assess(withValue(now, pathOf(of.key), id))) }));
  return { of, reading, isDefault: reading === of.readings[0]?.id, others };
}

export const hasEffect = ({ others }: Taken): boolean => others.some((other) => other.hasEffect);

function differenceOf(before: Result, after: Result): Omit<OtherReading, "id" | "text"> {
  const measures = before.measures.flatMap((one, i): MeasureDifference[] => {
    const other = after.measures[i];
    if (other === undefined || (one.granted === other.granted && one.potential === other.potential)) return [];
    const isOpen = one.granted === other.granted;
    const [was, is] = isOpen ? [one.potential, other.potential] : [one.granted, other.granted];
    return [{ measure: one.id, title: one.title, before: was, after: is }];
  });
  const granted = fen(after.totals.granted) - fen(before.totals.granted);
  const [was, is] = [before.totals.payable, after.totals.payable];
  const payable = was === null || is === null ? null : fen(is) - fen(was);
  const standing = before.totals.outsideStanding !== after.totals.outsideStanding;
  return { measures, granted, payable, hasEffect: measures.length > 0 || standing || (payable ?? 0n) !== 0n };
}

const fen = (yuan: string): bigint => fenOf(yuan) ?? 0n;

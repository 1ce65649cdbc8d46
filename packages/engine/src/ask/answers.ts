/** What an applicant has answered so far: a dossier in the making, and what is known of each of its facts. */
import type { FactRef, Type } from "@zhengdui/feel";
import type { Fact, FactKind, Policy } from "@zhengdui/policy";
import type { Prepared, Row } from "../dossier.ts";
import { indexPath, keyPath } from "../intake/dossier-path.ts";
import { isObject, type RawObject } from "../intake/row-reader.ts";
import { valueReader } from "../intake/value-reader.ts";
import { rowsOf } from "../rows.ts";
import { pointOf } from "./foresee.ts";
import { type Need, open, type Span, sure } from "./span.ts";

export interface Answers {
  /** As in the dossier contract; what isn't answered yet is absent. An answered list without items is []. */
  readonly dossier: RawObject;
  /** Paths that were answered "not known" where the dossier has no word for it: the fact stays open and isn't asked again. */
  readonly skipped: readonly string[];
  /** Lists of which the applicant has something, without having said yet what all of it is. */
  readonly growing?: readonly string[];
  /** The dossier came as one: what may be absent and is, is answered as the contract has it. */
  readonly whole?: boolean;
}

/** A fact without which no dossier is complete may not be null; for any other, null is an answer. */
export const mustBeStated = (fact: Fact | undefined): boolean => fact?.presence === "required";

/** "applicant.kind", "softwarePurchases[0].paidOn" */
export const pathOf = ({ of, row, key }: Pick<Need, "of" | "row" | "key">): string =>
  keyPath(row < 0 ? of : indexPath(of, row), key);

export interface Knowledge {
  readonly answers: Answers;
  readonly dossier: Prepared;
  /** Of a record's facts, or of those of row `row` of a list. */
  readonly facts: (list: string, row: number) => (ref: FactRef) => Span;
  /** null: nobody has said yet whether there are any; skipped: nobody knows. */
  readonly rows: (list: string) => readonly Row[] | null;
  /** Is it open how many rows there are: nobody has said, or more may come? */
  readonly isOpenEnded: (list: string) => boolean;
  readonly isSkipped: (path: string) => boolean;
  /** Was it answered? */
  readonly isAnswered: (of: string, row: number, key: string) => boolean;
  /** Is what the dossier holds there no mere filling? */
  readonly isStated: (of: string, row: number, key: string) => boolean;
}

/** The raw value at "consulting.reports" or "applicant". */
export function rawAt(dossier: RawObject, id: string): unknown {
  return id.split(".").reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), dossier);
}

interface Known {
  readonly fact: Fact;
  readonly reads: (raw: unknown) => boolean;
}

/** Facts by record or list, then by key. */
export type KnownFacts = ReadonlyMap<string, ReadonlyMap<string, Known>>;

export function knownFacts(policy: Policy): KnownFacts {
  const groups = [...policy.facts.records, ...policy.facts.lists];
  return new Map(
    groups.map(({ id, facts }) => [
      id,
      new Map(
        facts.map((fact) => {
          const { read } = valueReader(fact.type);
          return [fact.key, { fact, reads: (raw: unknown) => read(raw) !== undefined }];
        }),
      ),
    ]),
  );
}

/** `dossier` is what the answers read as, gaps filled with anything: of an open fact nothing in it is used. */
export function knowledgeOf(known: KnownFacts, answers: Answers, dossier: Prepared): Knowledge {
  const { whole = false } = answers;
  const skipped = new Set(answers.skipped);
  const growing = new Set(answers.growing);
  const stated = (of: string, row: number, key: string): boolean => {
    const entry = known.get(of)?.get(key);
    const at = row < 0 ? rawAt(answers.dossier, of) : (rawAt(answers.dossier, of) as unknown[])[row];
    const raw = isObject(at) ? at[key] : undefined;
    if (entry === undefined || of === SETTINGS) return true;
    if (whole && raw === undefined && (at === undefined || entry.fact.presence.startsWith("optional"))) return true;
    return raw === null ? !mustBeStated(entry.fact) : raw !== undefined && entry.reads(raw);
  };
  return {
    answers,
    dossier,
    isOpenEnded: (list) => growing.has(list) || !(whole || Array.isArray(rawAt(answers.dossier, list))),
    isSkipped: (path) => skipped.has(path),
    isAnswered: stated,
    isStated: (of, row, key) => stated(of, row, key) || !mustBeStated(known.get(of)?.get(key)?.fact),
    rows: (list) => (whole || Array.isArray(rawAt(answers.dossier, list)) ? rowsOf(dossier, list) : null),
    facts: (list, row) => (ref) => {
      const item = ref.of === "item";
      const place = { of: item ? list : ref.of, row: item ? row : -1, key: ref.key };
      const need: Need = { ...place, skipped: skipped.has(pathOf(place)) };
      if (stated(need.of, need.row, need.key)) {
        const at = need.row < 0 ? (dossier[need.of] as Row) : rowsOf(dossier, need.of)[need.row];
        return sure(pointOf(at?.[need.key]));
      }
      const kind = known.get(need.of)?.get(need.key)?.fact.type;
      return openFact(ref.type, kind, [need]);
    },
  };
}

/** What the office sets isn't asked of applicants. */
export const SETTINGS = "settings";

/** Money, counts, decimals and rates are never negative. */
function openFact(type: Type, kind: FactKind | undefined, needs: readonly Need[]): Span {
  const nullable = type.kind === "texts" ? false : type.nullable;
  if (type.kind === "ratio") return open({ n: 0n, d: 1n }, null, nullable, needs);
  if (type.kind === "number" && kind?.kind !== "year")
    return open(0n, Number.isSafeInteger(type.max) ? BigInt(type.max) : null, nullable, needs);
  return open(null, null, nullable, needs);
}

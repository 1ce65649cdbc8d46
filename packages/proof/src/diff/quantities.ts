/** The quantities along which two versions are set side by side: a sum, a count, or a fact of the item that is money or a number. */
import { thresholdsIn } from "../checks/open-boundary.ts";
import { decidingOf } from "../measure-expressions.ts";
import type { Model } from "../smt/session.ts";
import { and, type Term } from "../smt/terms.ts";
import { changed, factOf, factWords, numberWords } from "../wording.ts";
import { type Joint, type Side, tagged } from "./joint-world.ts";
import { decidingFacts } from "./scenarios.ts";

export interface Quantity {
  readonly label: string;
  /** Of the old version's world, or of the new one's where only that has it. */
  readonly name: string;
  readonly words: (value: bigint) => string;
  /** A model in which it is so much for both versions; null: not with this model's row. */
  readonly at: (model: Model, value: bigint) => Model | null;
  /** Values at which either version may jump. */
  readonly marks: readonly bigint[];
  readonly end: bigint;
  /** All conditions of both versions that don't look at it. */
  readonly othersHold: Term;
}

/** 分: nothing changes beyond it but by straight lines. */
const MONEY_END = 10n ** 13n;
const COUNT_END = 200n;

/** One quantity, and where the others stand. */
export interface Slice {
  readonly quantity: Quantity;
  /** 诊断企业数为 20 家; "" where there is no other. */
  readonly words: string;
  readonly model: Model;
  readonly holds: Term;
}

/** Slices of which the first that shows a difference says enough; null: more than two quantities decide. */
export function slicesOf(joint: Joint, model: Model): Slice[][] | null {
  const { form } = joint.old.world;
  const alone = (quantity: Quantity): Slice[][] => [[{ quantity, words: "", model, holds: "true" }]];
  switch (form.kind) {
    case "pool":
      return alone(sumOf(joint));
    case "tally": {
      const [first, second, third] = countsOf(joint);
      if (first === undefined || third !== undefined) return first === undefined ? [] : null;
      if (second === undefined) return alone(first);
      return form.tallies[1]?.within === first.label ? nestedSlices(joint, first, second, model) : null;
    }
    case "each": {
      const [first, second, third] = factsOf(joint, model);
      if (first === undefined || third !== undefined) return first === undefined ? [] : null;
      return second === undefined ? alone(first) : [atEnds(first, second, model), atEnds(second, first, model)];
    }
  }
}

/** Along one quantity while the other is nothing, else while it is beyond all bounds. */
const atEnds = (quantity: Quantity, other: Quantity, model: Model): Slice[] =>
  [0n, other.end].flatMap((value): Slice[] => {
    const there = other.at(model, value);
    const words = value === 0n ? `${other.label}为 0` : `${other.label}足够大`;
    return there === null ? [] : [{ quantity, words, model: there, holds: `(= ${other.name} ${value})` }];
  });

/** Of two counts, the second a part of the first: both together, then the part alone at the highest mark of the whole. */
function nestedSlices(joint: Joint, all: Quantity, part: Quantity, model: Model): Slice[][] {
  const highest = all.marks.reduce((a, b) => (a > b ? a : b), 0n);
  const both: Quantity = { ...all, at: (m, value) => part.at(all.at(m, value) ?? m, value) };
  const there = all.at(model, highest);
  const fixed =
    there === null
      ? []
      : [
          {
            quantity: { ...part, end: highest },
            words: `${all.label}为 ${all.words(highest)}`,
            model: there,
            holds: `(= ${all.name} ${highest})`,
          },
        ];
  const same = `(= ${all.name} ${joint.old.world.total(part.label)})`;
  return [[{ quantity: both, words: `${part.label}与${all.label}相同`, model, holds: same }], fixed];
}

const sides = (joint: Joint): readonly [Side, Side] => [joint.old, joint.new];

function sumOf(joint: Joint): Quantity {
  const label = joint.old.world.totals[0] ?? "";
  return {
    label,
    name: "total.sum",
    words: (value) => numberWords(Number(value), 2, "元"),
    at(model, value) {
      let moved = model;
      for (const { world, tag } of sides(joint)) {
        const [sum, basis] = [tagged("total.sum", tag), tagged(`f.item.${world.basisKey}`, tag)];
        if (world.basisKey === null || model.get(sum) !== model.get(basis)) return null;
        moved = changed(changed(moved, sum, value), basis, value);
      }
      return moved;
    },
    marks: sides(joint).flatMap((side) => marksIn(side, (e) => e.op === "let" && side.world.totals.includes(e.name))),
    end: MONEY_END,
    othersHold: and(...sides(joint).map(({ world }) => world.terms.eligible)),
  };
}

function countsOf(joint: Joint): Quantity[] {
  return joint.old.world.totals.map((label): Quantity => {
    const { form } = joint.old.world;
    const unit = form.kind === "tally" ? (form.tallies.find((t) => t.name === label)?.unit ?? "家") : "";
    const marks = sides(joint).flatMap((side) => marksIn(side, (e) => e.op === "let" && e.name === label));
    const highest = marks.reduce((a, b) => (a > b ? a : b), 0n);
    return {
      label,
      name: joint.old.world.total(label),
      words: (value) => numberWords(Number(value), 0, unit),
      at: (model, value) => sides(joint).reduce<Model>((moved, { world }) => changed(moved, world.total(label), value), model),
      marks,
      end: highest * 2n > COUNT_END ? highest * 2n : COUNT_END,
      othersHold: and(...sides(joint).flatMap(({ world }) => world.terms.who.map((t) => t.yes))),
    };
  });
}

type Meant = Parameters<typeof thresholdsIn>[2];

const marksIn = ({ policy, world }: Side, isMeant: Meant): bigint[] => [
  ...thresholdsIn(policy, [...decidingOf(world.form), ...world.form.when.map((c) => c.test)], isMeant).values(),
];

function factsOf(joint: Joint, model: Model): Quantity[] {
  const found = new Map<string, Quantity>();
  for (const side of sides(joint))
    for (const [of, key] of decidingFacts(side)) {
      const id = `${of}.${key}`;
      const list = side.world.form.kind === "tally" ? null : side.world.form.list;
      const fact = factOf(side.policy, of, list, key);
      if (fact === null || found.has(id) || !["money", "count", "decimal"].includes(fact.type.kind)) continue;
      const name = tagged(`f.${id}`, side.tag);
      if (model.get(`${name}.none`) === true) continue;
      found.set(id, {
        label: fact.label,
        name,
        words: (value) => factWords(fact.type, Number(value)),
        at: (from, value) => sides(joint).reduce<Model>((moved, { tag }) => changed(moved, tagged(`f.${id}`, tag), value), from),
        marks: sides(joint).flatMap((s) => marksIn(s, (e) => e.op === "fact" && `${e.of}.${e.key}` === id)),
        end: fact.type.kind === "money" ? MONEY_END : 10n ** 9n,
        othersHold: and(...sides(joint).map((s) => othersOf(s, of, key))),
      });
    }
  return [...found.values()];
}

/** The conditions that don't read the fact, directly or by an intermediate value. */
function othersOf({ world }: Side, of: string, key: string): Term {
  const name = `f.${of}.${key}`;
  const { who, when } = world.terms;
  const reads = (term: Term): boolean =>
    term
      .replace(/f~\./g, "f.")
      .split(/[\s()]+/)
      .includes(name);
  return and(...[...who, ...when].map((t) => t.yes).filter((term) => !reads(term)));
}

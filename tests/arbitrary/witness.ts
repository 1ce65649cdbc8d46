/** Looks for a proof that an open question matters: two answers to it that, with all else equal, give different results. */
import type { Answers, Engine, Result } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { answersLayOut } from "../../packages/engine/src/ask/lay-out-answers.ts";
import { withValue } from "./interview-driver.ts";
import type { Prng } from "./prng.ts";

type Row = Record<string, unknown>;

/** Where a question points: a fact of a record, a whole list, a fact of a row. */
export interface Asked {
  readonly path: string;
  readonly list: string | null;
  readonly row: number;
  readonly key: string;
}

const at = (from: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((one, key) => (one as Row | undefined | null)?.[key], from);

/** Donors: complete dossiers whose facts complete the answers. Others: where else values of the asked fact come from. */
export function matters(
  engine: Engine,
  donors: readonly Row[],
  others: readonly Row[],
  answers: Answers,
  asked: Asked,
  random: Prng,
  told: (result: Result) => unknown,
  tries: number,
): boolean {
  const { year } = answers.dossier as { year: number };
  const layOut = answersLayOut(engine.policy);
  const [near, far] = [donors, others].map((list) => list.map((each) => movedTo(each, year))) as [Row[], Row[]];
  for (let n = 0; n < tries; n++) {
    const whole = completed(engine.policy, answers, near, random);
    const seen = new Set<string>();
    for (let v = 0; v < 6; v++) {
      const raw = put(engine.policy, whole, asked, random.chance(500) ? near : far, random);
      seen.add(JSON.stringify(told(engine.assess(layOut({ dossier: raw, skipped: [] }, () => true)))));
      if (seen.size > 1) return true;
    }
  }
  return false;
}

/** The same dossier of another year. */
function movedTo(donor: Row, year: number): Row {
  const by = year - Number(donor.year);
  if (by === 0) return donor;
  const moved = JSON.stringify(donor).replace(
    /"(20\d\d)(-\d\d(?:-\d\d)?)"/g,
    (_, y: string, rest: string) => `"${Number(y) + by}${rest}"`,
  );
  return JSON.parse(moved.replace(/:(20\d\d)(?=[,}])/g, (_, y: string) => `:${Number(y) + by}`)) as Row;
}

/** Records and lists mostly from one donor, so that they go together; now and then from another. */
function completed(policy: Policy, answers: Answers, donors: readonly Row[], random: Prng): Row {
  const main = random.pick(donors);
  const donor = (): Row => (random.chance(700) ? main : random.pick(donors));
  let whole: Row = { ...(answers.dossier as Row) };
  for (const { id, facts, required } of policy.facts.records) {
    const own = at(answers.dossier, id) as Row | undefined;
    const given = at(donor(), id) as Row | undefined;
    if (own === undefined && given === undefined && !required) continue;
    const from = given ?? (donors.map((each) => at(each, id) as Row | undefined).find((each) => each !== undefined) as Row);
    const filled = Object.fromEntries(facts.map(({ key }) => [key, own?.[key] !== undefined ? own[key] : from?.[key]]));
    whole = { ...whole, [id]: { ...own, ...filled } };
  }
  for (const { id, facts } of policy.facts.lists) {
    const own = at(answers.dossier, id) as Row[] | undefined;
    const rows = (at(donor(), id) ?? []) as Row[];
    const spare =
      rows.length > 0 ? rows : ((donors.map((each) => at(each, id) as Row[]).find((each) => each?.length > 0) ?? []) as Row[]);
    const filled =
      own === undefined
        ? rows
        : own.map((row) => {
            const from = spare.length > 0 ? random.pick(spare) : {};
            return {
              ...row,
              ...Object.fromEntries(facts.map(({ key }) => [key, row[key] !== undefined ? row[key] : from[key]])),
            };
          });
    if (filled.length > 0 || at(whole, id) !== undefined) whole = withValue(whole, id, filled);
  }
  return whole;
}

function put(policy: Policy, whole: Row, { path, list, row, key }: Asked, donors: readonly Row[], random: Prng): Row {
  if (list === null)
    return withValue(
      whole,
      path,
      random.chance(300) ? extreme(policy, path, whole.year as number, random) : at(random.pick(donors), path),
    );
  if (row < 0)
    return withValue(
      whole,
      list,
      random.chance(300) ? [] : claiming((at(random.pick(donors), list) ?? []) as Row[], whole, random),
    );
  const values = donors.flatMap((each) => ((at(each, list) ?? []) as Row[]).map((one) => one[key]));
  const rows = at(whole, list) as Row[];
  const own =
    random.chance(300) || values.length === 0
      ? extreme(policy, `${list}.${key}`, whole.year as number, random)
      : random.pick(values);
  const value = key === "project" && random.chance(700) ? random.pick(everyProject(whole)) : own;
  return withValue(
    whole,
    list,
    rows.map((one, i) => (i === row ? { ...one, [key]: value } : one)),
  );
}

/** Awards of others are for projects of this applicant. */
const claiming = (rows: readonly Row[], whole: Row, random: Prng): Row[] =>
  rows.map((row) =>
    "programme" in row && random.chance(700) ? { ...row, project: random.pick(everyProject(whole)) ?? "P" } : row,
  );

/** The ends of a fact's kind, where no donor may stand. */
function extreme(policy: Policy, path: string, year: number, random: Prng): unknown {
  const of = path.slice(0, path.lastIndexOf("."));
  const facts = [...policy.facts.records, ...policy.facts.lists].find(({ id }) => id === of)?.facts ?? [];
  const type = facts.find(({ key }) => path === `${of}.${key}`)?.type;
  switch (type?.kind) {
    case "money":
      return random.pick(["0.00", "0.01", "1000000.00", "99999999999.99"]);
    case "count":
      return random.pick([0, 1, 1_000_000]);
    case "decimal":
    case "rate":
      return random.pick(["0", "0.01", "1000"]);
    case "boolean":
      return random.chance(500);
    case "date":
      return random.pick([`${year}-06-15`, `${year}-12-31`, `${year - 5}-01-01`]);
    case "month":
      return random.pick([`${year}-01`, `${year}-12`, `${year - 5}-01`]);
    case "year":
      return random.pick([year, year - 5]);
    case "option":
      return random.pick(type.options).id;
    case "options":
      return type.options.filter(() => random.chance(500)).map(({ id }) => id);
    default:
      return null;
  }
}

/** Same projects are where 就高不重复 begins. */
const everyProject = (whole: Row): unknown[] =>
  Object.values(whole).flatMap((list) => (Array.isArray(list) ? (list as Row[]).map((row) => row.project ?? row.id) : []));

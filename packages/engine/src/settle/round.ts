/**
 * Reads a round: `{ policy?, settings?, year, dossiers }`. Its policy and year hold for every dossier, one that says otherwise is an error; its
 * settings hold for those that have none of their own.
 */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import type { Prepared } from "../dossier.ts";

/** The part of an engine that reads. */
export interface Reader {
  readonly policy: Policy;
  readonly read: (raw: unknown) => Outcome<Prepared, Problem>;
}

export interface Round {
  readonly year: number;
  /** In the order given; no applicant twice. */
  readonly dossiers: readonly Prepared[];
}

type RawObject = Readonly<Record<string, unknown>>;

const isObject = (raw: unknown): raw is RawObject => typeof raw === "object" && raw !== null && !Array.isArray(raw);
const isGiven = (raw: unknown): boolean => raw !== undefined && raw !== null;
const common = ["policy", "year", "settings"] as const;

/** Paths of errors begin at the round: `dossiers[2].softwarePurchases[0].paidOn`; a wrong year or setting of the round stands there, once. */
export function readRound(reader: Reader, raw: unknown): Outcome<Round, Problem> {
  if (!isObject(raw))
    return fail({ path: "", problem: "申报批次应为对象", expected: "{ policy?, settings?, year, dossiers: [ … ] }" });
  const problems = roundProblems(reader, raw);
  const wrong = new Set(problems.map(({ path }) => path));
  const dossiers: Prepared[] = [];
  for (const [index, item] of (Array.isArray(raw.dossiers) ? raw.dossiers : []).entries()) {
    const read = readDossier(reader, raw, item, wrong);
    if (read.ok) dossiers.push(read.value);
    else problems.push(...read.errors.map((error) => ({ ...error, path: join(`dossiers[${index}]`, error.path) })));
  }
  if (problems.length === 0) problems.push(...repeats(dossiers));
  if (problems.length > 0) return fail(...problems);
  return ok({ year: Number(raw.year), dossiers });
}

const join = (start: string, path: string): string => (path === "" || path.startsWith("[") ? start + path : `${start}.${path}`);

const isCommon = ({ path }: Problem): boolean =>
  common.some((key) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`));

/** What is wrong with the round itself. Its year and settings are read by the dossiers' own reader, on a dossier that has nothing else. */
function roundProblems(reader: Reader, raw: RawObject): Problem[] {
  const problems: Problem[] = [];
  for (const key of Object.keys(raw)) {
    if ([...common, "dossiers"].includes(key)) continue;
    problems.push({ path: key, problem: "没有这个名称的项", expected: "可用的名称：policy、settings、year、dossiers" });
  }
  const probe = reader.read(withCommon(raw, {}));
  if (!probe.ok) problems.push(...probe.errors.filter(isCommon));
  if (!Array.isArray(raw.dossiers)) {
    const problem = raw.dossiers === undefined ? "缺少这一项" : "应为数组";
    problems.push({ path: "dossiers", problem, expected: "各申报单位的档案 [ { … }, … ]" });
  }
  return problems;
}

/** The dossier with what the round says; settings of its own stand. An absent key stays absent, so that its absence is reported as such. */
function withCommon(round: RawObject, dossier: RawObject): RawObject {
  const given = common.filter((key) => round[key] !== undefined).map((key) => [key, round[key]] as const);
  const own = Object.entries(dossier).filter(([key]) => !common.some((one) => one === key));
  const settings = isGiven(dossier.settings) ? { settings: dossier.settings } : {};
  return { ...Object.fromEntries(given), ...Object.fromEntries(own), ...settings };
}

/** `wrong`: paths of the round's own mistakes. What it says wrongly itself, no dossier can depart from. */
function readDossier(reader: Reader, round: RawObject, raw: unknown, wrong: ReadonlySet<string>): Outcome<Prepared, Problem> {
  if (!isObject(raw)) return reader.read(raw);
  const read = reader.read(withCommon(round, raw));
  const departures = departuresOf(reader, round, raw).filter(({ path }) => !wrong.has(path));
  // The round's own mistakes are reported at the round.
  const ofRound = (error: Problem): boolean => isCommon(error) && !(isGiven(raw.settings) && error.path.startsWith("settings"));
  const errors = [...departures, ...(read.ok ? [] : read.errors.filter((error) => !ofRound(error)))];
  if (errors.length > 0) return fail(...errors);
  return read.ok ? ok(read.value) : fail();
}

function departuresOf(reader: Reader, round: RawObject, dossier: RawObject): Problem[] {
  const problems: Problem[] = [];
  if (isGiven(dossier.policy) && dossier.policy !== (round.policy ?? reader.policy.id)) {
    problems.push({ path: "policy", problem: "与本批次的政策不同", expected: `不写，或者 ${round.policy ?? reader.policy.id}` });
  }
  if (isGiven(dossier.year) && dossier.year !== round.year) {
    problems.push({ path: "year", problem: "与本批次的年度不同", expected: `不写，或者 ${JSON.stringify(round.year) ?? ""}` });
  }
  return problems;
}

function repeats(dossiers: readonly Prepared[]): Problem[] {
  const first = new Map<unknown, number>();
  const problems: Problem[] = [];
  for (const [index, { applicant }] of dossiers.entries()) {
    const earlier = first.get(applicant.uscc);
    if (earlier === undefined) first.set(applicant.uscc, index);
    else {
      const problem = `申报单位 ${String(applicant.uscc)} 与第 ${earlier + 1} 份档案重复`;
      problems.push({ path: `dossiers[${index}].applicant.uscc`, problem, expected: "同一批次里一个申报单位只有一份档案" });
    }
  }
  return problems;
}

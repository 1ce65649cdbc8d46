/** facts.md → the schema of a dossier: records and lists, their facts, and the rules between them. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { Fact, FactList, FactRecord, FactSchema } from "@zhengdui/policy";
import type { Complaint } from "../complaints.ts";
import type { DocCell } from "../read/policy-document.ts";
import { readTables, type TableSection } from "../read/read-tables.ts";
import { complainOfFacts, type FactComplaintCode } from "./fact-complaint.ts";
import type { KnownUnits } from "./fact-unit.ts";
import { type CheckBlock, type CompileFeel, readChecks } from "./read-checks.ts";
import { COLUMNS, isKey, isName, readFact } from "./read-fact.ts";

/** The record that every result is headed by, and what the head says. */
const HEAD = { record: "applicant", keys: ["uscc", "name"] } as const;
/** Keys of a dossier that are no section. */
const TAKEN: ReadonlySet<string> = new Set(["policy", "year", "env", "readings"]);
const PROJECTS: ReadonlyMap<string, FactList["projects"]> = new Map<string, FactList["projects"]>([
  ["不涉", "none"],
  ["可多", "many"],
  ["一次", "once"],
]);

interface Group {
  readonly heading: DocCell;
  /** The first line of text under the heading; the heading where there is none. */
  readonly nature: DocCell;
  readonly checks: readonly CheckBlock[];
  readonly id: string;
  readonly label: string;
  readonly facts: readonly Fact[];
}

/** Where the names aren't known yet that the checks need, `readFactTables` comes first. `units`: those of the figures. */
export function readFacts(
  file: string,
  text: string,
  compile: CompileFeel,
  units: KnownUnits = null,
): Outcome<FactSchema, Complaint> {
  const { facts, complaints } = readFactsPartly(file, text, compile, units);
  return complaints.length > 0 ? fail(...complaints) : ok(facts);
}

interface FactsRead {
  readonly facts: FactSchema;
  readonly complaints: readonly Complaint[];
}

/** Records, lists and facts that can be read, and what is wrong with the others. */
function readFactsPartly(file: string, text: string, compile: CompileFeel, units: KnownUnits): FactsRead {
  const sections = readTables(file, text);
  if (!sections.ok) return { facts: { records: [], lists: [] }, complaints: sections.errors };
  const complaints: Complaint[] = [];
  const records: FactRecord[] = [];
  const lists: FactList[] = [];
  for (const group of readGroups(file, sections.value, complaints, units)) {
    const isList = group.nature.text.startsWith("清单");
    const { id, label, facts } = group;
    const checks = group.checks.flatMap((block) => readChecks(block, facts, isList ? id : null, file, compile, complaints));
    if (isList) lists.push({ id, label, facts, checks, ...listNature(group, file, complaints) });
    else records.push({ id, label, facts, checks, required: recordRequired(group, file, complaints) });
  }
  checkWhole(file, records, lists, complaints);
  return { facts: { records, lists }, complaints };
}

/** The schema without its checks: what a scope for compiling them needs. */
export function readFactTables(file: string, text: string): Outcome<FactSchema, Complaint> {
  const { facts, complaints } = readFactTablesPartly(file, text);
  return complaints.length > 0 ? fail(...complaints) : ok(facts);
}

export function readFactTablesPartly(file: string, text: string, units: KnownUnits = null): FactsRead {
  const none = { op: "boolean", value: true, type: { kind: "boolean", nullable: false } } as const;
  const { facts, complaints } = readFactsPartly(file, text, () => ok(none), units);
  return {
    facts: {
      records: facts.records.map((record) => ({ ...record, checks: [] })),
      lists: facts.lists.map((list) => ({ ...list, checks: [] })),
    },
    complaints,
  };
}

function readGroups(file: string, sections: readonly TableSection[], complaints: Complaint[], units: KnownUnits): Group[] {
  const groups: Group[] = [];
  for (const section of sections.filter((s) => s.level === 2)) {
    const { heading, paragraphs, fences } = section;
    const [, label, id] = /^(.+?) `([^`]+)`$/u.exec(heading.text) ?? [];
    if (label === undefined || id === undefined) {
      complaints.push(complainOfFacts("facts-heading", file, heading));
      continue;
    }
    const parts = id.split(".");
    if (parts.length > 2 || !parts.every(isKey) || TAKEN.has(id))
      complaints.push(complainOfFacts("facts-key", file, { ...heading, text: id }));
    if (groups.some((group) => group.id === id || group.label === label))
      complaints.push(complainOfFacts("facts-repeated", file, heading));
    const checks = fences.filter((fence) => fence.language === "check");
    const facts = readTable(section, file, complaints, units);
    groups.push({ heading, nature: paragraphs[0] ?? heading, checks, id, label, facts });
  }
  return groups;
}

function readTable({ heading, tables }: TableSection, file: string, complaints: Complaint[], units: KnownUnits): Fact[] {
  const { header, rows } = tables[0] ?? { header: [], rows: [] };
  if (header.map((cell) => cell.text).join("|") !== COLUMNS.join("|")) {
    complaints.push(complainOfFacts("facts-header", file, header[0] ?? heading));
    return [];
  }
  const facts: Fact[] = [];
  for (const cells of rows) {
    const fact = readFact(cells, file, complaints, units);
    if (fact === null) continue;
    const [name, key] = cells as readonly [DocCell, DocCell];
    if (facts.some((other) => other.label === fact.label)) complaints.push(complainOfFacts("facts-repeated", file, name));
    if (facts.some((other) => other.key === fact.key)) complaints.push(complainOfFacts("facts-repeated", file, key));
    facts.push(fact);
  }
  return facts;
}

const natureWords = (group: Group): readonly string[] => group.nature.text.split("·").map((word) => word.trim());

function recordRequired(group: Group, file: string, complaints: Complaint[]): boolean {
  const [kind, presence, ...rest] = natureWords(group);
  if (kind !== "记录" || (presence !== "必填" && presence !== "可缺") || rest.length > 0) {
    complaints.push(complainOfFacts("facts-nature", file, group.nature));
  }
  // Rules write 申报单位.行业代码: the record's name is a name of FEEL.
  if (!isName(group.label)) complaints.push(complainOfFacts("facts-name", file, { ...group.heading, text: group.label }));
  return presence === "必填";
}

function listNature(group: Group, file: string, complaints: Complaint[]): Pick<FactList, "projects" | "unique" | "most"> {
  const place = group.nature;
  const complain = (code: FactComplaintCode) => complaints.push(complainOfFacts(code, file, place));
  const [, project, ...words] = natureWords(group);
  const most = /^至多: ?([1-9]\d{0,3})$/u.exec(words.at(-1) ?? "")?.[1];
  const [uniqueWords, ...rest] = most === undefined ? words : words.slice(0, -1);
  const projects = PROJECTS.get(/^项目: ?(.+)$/u.exec(project ?? "")?.[1] ?? "");
  const unique = /^唯一: ?(.+)$/u.exec(uniqueWords ?? "")?.[1]?.split("、") ?? [];
  if (projects === undefined || rest.length > 0 || (uniqueWords !== undefined && unique.length === 0)) complain("facts-nature");
  const keyed = (key: string, presence: Fact["presence"]) => group.facts.some((f) => f.key === key && f.presence === presence);
  if (!unique.every((key) => keyed(key, "required"))) complain("facts-unique");
  if (projects !== undefined && projects !== "none" && !(keyed("id", "required") && keyed("project", "optional")))
    complain("facts-project");
  return { projects: projects ?? "none", unique, ...(most === undefined ? {} : { most: Number(most) }) };
}

function checkWhole(file: string, records: readonly FactRecord[], lists: readonly FactList[], complaints: Complaint[]): void {
  const top: DocCell = { text: "", line: 1, column: 1 };
  const head = records.find((record) => record.id === HEAD.record);
  const missing =
    head === undefined
      ? [HEAD.record]
      : HEAD.keys.filter((key) => !head.facts.some((fact) => fact.key === key)).map((key) => `${HEAD.record}.${key}`);
  for (const text of missing) complaints.push(complainOfFacts("facts-missing", file, { ...top, text }));
  for (const { id } of lists) {
    const [parent, key] = id.split(".");
    const record = records.find((r) => r.id === parent);
    if (key === undefined) continue;
    if (record === undefined) complaints.push(complainOfFacts("facts-parent", file, { ...top, text: id }));
    else if (record.facts.some((fact) => fact.key === key))
      complaints.push(complainOfFacts("facts-repeated", file, { ...top, text: id }));
  }
}

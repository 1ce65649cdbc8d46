/** A dossier in the words of cases.md: the facts that aren't the standard ones, as tables. What comes of them is for a person to work out. */
import { formatDateZh, formatMonthZh, formatWanText, parseDate, parseMoney, parseMonth } from "@zhengdui/basics";
import type { Fact, Policy } from "@zhengdui/policy";
import { readTables } from "../read/read-tables.ts";
import { readStandardFacts, type StandardFacts } from "./case-facts.ts";
import { APPLICANT, type CasesReading, DOSSIER, type FactGroup, groupsOf, READINGS_TABLE, SETTINGS } from "./case-reading.ts";
import { ABSENT, NONE, UNKNOWN } from "./case-words.ts";
import { standardTablesOf } from "./read-cases.ts";
import { type Codes, codesOf, readValue } from "./read-value.ts";

type Raw = Readonly<Record<string, unknown>>;

/** `text`: cases.md, for its standard facts. */
export function writeCaseFacts(policy: Policy, text: string, dossier: Raw): string {
  const sections = readTables("", text);
  const reading: CasesReading = { file: "", policy, groups: groupsOf(policy), complaints: [] };
  const standard = readStandardFacts(reading, sections.ok ? standardTablesOf(sections.value) : []);
  const applicant = (dossier[APPLICANT] ?? {}) as Raw;
  const codes = codesOf(String(applicant.uscc ?? ""));
  const tables = [readingsTable(policy, dossier), ...reading.groups.map((group) => tableOf(group, standard, dossier, codes))];
  return tables.filter((table) => table !== "").join("\n");
}

function tableOf(group: FactGroup, standard: StandardFacts, dossier: Raw, codes: Codes): string {
  if (group.id === APPLICANT) return applicantTable(group, standard, (dossier[APPLICANT] ?? {}) as Raw, codes);
  const at =
    group.id === DOSSIER
      ? dossier
      : group.id.split(".").reduce<unknown>((value, key) => (value as Raw | undefined)?.[key], dossier);
  const usual = standard.others.get(group.id);
  const usualWord = (fact: Fact): string => usual?.get(fact)?.text ?? ABSENT;
  if (group.kind === "list") {
    const [first, ...others] = group.facts;
    const rows = Array.isArray(at) ? (at as readonly Raw[]) : [];
    if (first === undefined || rows.length === 0) return "";
    return written(group.label, others, rows, (row) => wordOf(first, row[first.key], codes), usualWord, codes);
  }
  const stated = typeof at === "object" && at !== null && group.facts.some((fact) => (at as Raw)[fact.key] !== undefined);
  const differs = stated && group.facts.some((fact) => wordOf(fact, (at as Raw)[fact.key], codes) !== usualWord(fact));
  return differs ? written(group.label, group.facts, [at as Raw], () => "本例", usualWord, codes) : "";
}

/** The standard applicant whose code it has, with what is different. */
function applicantTable(group: FactGroup, standard: StandardFacts, applicant: Raw, codes: Codes): string {
  const code = group.facts.find(({ key }) => key === "uscc");
  const samples = [...standard.applicants];
  const [name, cells] = samples.find(([, c]) => code !== undefined && c.get(code)?.text === applicant.uscc) ??
    samples[0] ?? ["", null];
  const usualWord = (fact: Fact): string => cells?.get(fact)?.text ?? ABSENT;
  const facts = group.facts.filter(({ key }) => key !== "uscc");
  const table = written(group.label, facts, [applicant], () => name, usualWord, codes);
  if (table.includes(" | ")) return table;
  return name === samples[0]?.[0]
    ? ""
    : written(
        group.label,
        facts.slice(0, 1),
        [applicant],
        () => name,
        () => "",
        codes,
      );
}

/** Columns whose cells are the standard ones throughout are left out. */
function written(
  label: string,
  facts: readonly Fact[],
  rows: readonly Raw[],
  first: (row: Raw) => string,
  usualWord: (fact: Fact) => string,
  codes: Codes,
): string {
  const columns = facts.filter((fact) => rows.some((row) => !sameWord(fact, row[fact.key], usualWord(fact), codes)));
  const lines = [
    [label, ...columns.map((fact) => fact.label)],
    ["---", ...columns.map(() => "---")],
    ...rows.map((row) => [first(row), ...columns.map((fact) => wordOf(fact, row[fact.key], codes))]),
  ];
  return `${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
}

/** 系统服务商 and 系统服务商（…） mean one thing. */
function sameWord(fact: Fact, value: unknown, usual: string, codes: Codes): boolean {
  if (wordOf(fact, value, codes) === usual) return true;
  const read = readValue(fact, usual, codes);
  return read.ok && JSON.stringify(read.value) === JSON.stringify(value);
}

/** By their codes, which rules and decisions write too. */
function readingsTable(policy: Policy, dossier: Raw): string {
  const taken = ((dossier[SETTINGS] as Raw | undefined)?.interpretations ?? {}) as Readonly<Record<string, string>>;
  const known = Object.entries(taken).filter(([key]) => policy.interpretations.some((i) => i.key === key));
  const rows = known.map(([key, id]) => `| ${key} | ${id} |`);
  return rows.length === 0 ? "" : `| ${READINGS_TABLE} | 读法 |\n| --- | --- |\n${rows.join("\n")}\n`;
}

/** The word that `readValue` reads as the value. */
function wordOf(fact: Fact, value: unknown, codes: Codes): string {
  const { type, presence } = fact;
  if (value === undefined) return ABSENT;
  if (value === null) return presence === "unknowable" || presence === "optional-unknown" ? UNKNOWN : NONE;
  const plain = String(value);
  switch (type.kind) {
    case "money":
      return moneyWord(plain);
    case "count":
    case "decimal":
      return `${plain}${type.unit}`;
    case "boolean":
      return value === true ? "是" : "否";
    case "date":
      return formatDateZh(parseDate(plain) ?? 0);
    case "month":
      return formatMonthZh(parseMonth(plain) ?? 0);
    case "year":
      return `${plain}年`;
    case "option":
      return shortLabel(type.options.find(({ id }) => id === plain)?.label ?? plain);
    case "options": {
      const ids = Array.isArray(value) ? (value as readonly string[]) : [];
      return ids.map((id) => shortLabel(type.options.find((o) => o.id === id)?.label ?? id)).join("、") || NONE;
    }
    case "uscc":
      return codeWord(plain, codes);
    default:
      return plain;
  }
}

const shortLabel = (label: string): string => label.replace(/（.*$/u, "");

function moneyWord(yuan: string): string {
  const fen = parseMoney(yuan);
  if (!fen.ok) return yuan;
  const wan = formatWanText(fen.value).replace(/\s/gu, "");
  return fen.value > 0 && /^\d+(\.\d)?万元$/u.test(wan) ? wan : `${yuan.replace(/\.00$/u, "")}元`;
}

/** Firms that a case can name by their number. */
const MOST_FIRMS = 1000;

function codeWord(code: string, codes: Codes): string {
  if (code === codes.own) return "本单位";
  for (let n = 1; n <= MOST_FIRMS; n++) if (codes.firm(n) === code) return `第${n}家`;
  return code;
}

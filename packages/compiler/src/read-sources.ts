/**
 * The three documents as far as they can be read. A fault of one place must not hide those of the others: what stands beside it is compiled
 * all the same, and only what would repeat the fault is kept silent.
 */
import type { FactSchema, Interpretation } from "@zhengdui/policy";
import type { Complaint, ComplaintCode } from "./complaints.ts";
import { type KnownUnits, unitsOf } from "./facts/fact-unit.ts";
import { readFactTablesPartly } from "./facts/read-facts.ts";
import { readInterpretationsPartly } from "./policy/interpretations.ts";
import type { DocSection, PolicyDocument } from "./read/policy-document.ts";
import { readDocumentPartly } from "./read/read-document.ts";

export interface ReadSources {
  readonly document: PolicyDocument;
  readonly facts: FactSchema;
  /** What figures count, for the facts' own units. */
  readonly units: KnownUnits;
  readonly interpretations: readonly Interpretation[];
  readonly complaints: readonly Complaint[];
  /** Is nothing of this section unread? */
  readonly isWhole: (section: DocSection) => boolean;
  /** Does a later complaint only repeat what couldn't be read? */
  readonly repeats: (complaint: Complaint) => boolean;
}

interface Files {
  readonly policy: string;
  readonly facts: string;
  readonly interpretations: string;
}

/** `names`: what complaints call the files; `texts`: their contents. */
export function readSources(names: Files, texts: Files): ReadSources {
  const { document, complaints: ofPolicy } = readDocumentPartly(names.policy, texts.policy);
  // A figure that can't be read may be the one that brings a unit.
  const units = ofPolicy.length > 0 ? null : unitsOf(document);
  const { facts, complaints: ofFacts } = readFactTablesPartly(names.facts, texts.facts, units);
  const { interpretations, complaints: ofReadings } = readInterpretationsPartly(names.interpretations, texts.interpretations);
  const lines = texts.policy.split("\n");
  const endOf = (section: DocSection): number => {
    const next = document.sections.find((other) => other.line > section.line);
    return next?.line ?? lines.length + 1;
  };
  const faultsOf = (section: DocSection): Complaint[] =>
    ofPolicy.filter(({ line }) => line >= section.line && line < endOf(section));
  const isWhole = (section: DocSection): boolean => faultsOf(section).length === 0;
  const unread = [
    ...document.sections.filter((s) => !isWhole(s)).map((s) => lines.slice(s.line - 1, endOf(s) - 1).join("\n")),
    ...(ofFacts.length > 0 ? [texts.facts] : []),
    ...(ofReadings.length > 0 ? [texts.interpretations] : []),
  ].join("\n");
  const complaints = [...ofPolicy, ...ofReadings, ...ofFacts];
  const told = new Set(complaints.map(keyOf));
  const isCut = ofPolicy.some(({ code }) => code === "fence-open" || code === "stray-before-section");
  const repeats = (complaint: Complaint): boolean => {
    if (NAMING.includes(complaint.code)) return unread.includes(complaint.words);
    if (complaint.code === "quote-missing") return isCut;
    if (complaint.file !== names.policy || !OF_TABLES.test(complaint.code)) return told.has(keyOf(complaint));
    const section = document.sections.findLast(({ line }) => line <= complaint.line);
    return section !== undefined && faultsOf(section).some(({ code }) => OF_TABLES.test(code));
  };
  return { document, facts, units, interpretations, complaints, isWhole, repeats };
}

const keyOf = ({ code, file, line, column }: Complaint): string => `${code} ${file}:${line}:${column}`;

/** A table with a fault of form has no figures, no rows and no amount. */
const OF_TABLES = /^(?:figure-|table-|missing-key$)/u;

/** What is said where a name isn't known, or where it isn't known what it is. */
const NAMING: readonly ComplaintCode[] = [
  "unknown-name",
  "unknown-fact",
  "unknown-function",
  "unknown-reading",
  "figure-without-words",
];

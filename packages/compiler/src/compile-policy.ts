/** The whole pipeline, aloud: read the documents, hold the quotes against the original, name the figures, compile facts and rules, pin the result. */
import { createHash } from "node:crypto";
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { FactSchema, Measure, Policy } from "@zhengdui/policy";
import { type Complaint, complain } from "./complaints.ts";
import type { KnownUnits } from "./facts/fact-unit.ts";
import type { CompileFeel } from "./facts/read-checks.ts";
import { readFacts } from "./facts/read-facts.ts";
import { clauseOf } from "./policy/clauses.ts";
import { readFront } from "./policy/front.ts";
import { freeMeasures, readLimits } from "./policy/limits.ts";
import { interpretationComplaints, quoteComplaints, unaskedInterpretations, unusedFigures } from "./policy/loose-ends.ts";
import { paramsOf } from "./policy/params.ts";
import { sampleNotices } from "./policy/sample-notices.ts";
import { isMeasure, measureSource, sharedRules } from "./policy/sources.ts";
import type { PolicyDocument } from "./read/policy-document.ts";
import { readSources } from "./read-sources.ts";
import { compileText } from "./rule/compile-text.ts";
import { type Names, scopeOf } from "./rule/fact-types.ts";
import { compileMeasure } from "./rule/measure.ts";
import type { MeasureWorld } from "./rule/measure-source.ts";
import { correctionsOf } from "./text-check/corrections.ts";
import { checkText } from "./text-check.ts";

/** File names are only for complaints; texts are the files' contents. */
export interface PolicySources {
  readonly folder: string;
  readonly original: string;
  readonly policy: string;
  readonly facts: string;
  readonly interpretations: string;
}

export const compilePolicy = (sources: PolicySources): Outcome<Policy, Complaint> => examinePolicy(sources).compiled;

export interface Examination {
  readonly compiled: Outcome<Policy, Complaint>;
  /** What compiles, and should be looked at all the same. */
  readonly notices: readonly Complaint[];
}

export function examinePolicy(sources: PolicySources): Examination {
  const at = (name: string): string => `${sources.folder}/${name}`;
  const files = { policy: at("policy.md"), facts: at("facts.md"), interpretations: at("interpretations.md") };
  const read = readSources(files, sources);
  const { document, interpretations } = read;
  const complaints: Complaint[] = [...checkText(document, sources.original)];
  const front = document.front.value === null ? null : readFront(document, complaints);
  const params = paramsOf(document);
  const figureOf = (name: string): number | null => {
    const value = params.find((p) => p.name === name)?.value;
    return typeof value === "number" ? value : null;
  };
  const shared = sharedRules(document, figureOf, complaints);
  const names: Names = { facts: read.facts, params, interpretations, macros: shared.macros };
  const facts = compileFacts(files.facts, sources.facts, names, read.units, complaints);
  const world: MeasureWorld = { names, shared: shared.conditions, figureOf, free: freeMeasures(document) };
  const notices: Complaint[] = sampleNotices(document, front);
  const beforeRules = complaints.length;
  const measures = document.sections.flatMap((section): Measure[] => {
    const [block, again] = section.rules.filter(isMeasure);
    if (again !== undefined)
      complaints.push(complain("measure-twice", { file: files.policy, line: again.line, column: 1, words: section.id }));
    if (block === undefined) return [];
    const measure = compileMeasure(measureSource(document, section, block, complaints, notices), world);
    return measure === null ? [] : [measure];
  });
  const limits = readLimits(document, names, complaints);
  complaints.push(...loneSections(document.sections.filter(read.isWhole), files.policy));
  const areRulesSound = complaints.length === beforeRules && read.complaints.length === 0;
  const clauses = document.sections.map(clauseOf);
  const corrections = document.sections.flatMap(correctionsOf);
  const parts = { clauses, params, interpretations, measures, ...(limits ?? { combination: null, ceiling: null }) };
  complaints.push(
    ...looseQuotes(parts, document, files.interpretations, sources.interpretations, complaints),
    ...(areRulesSound && facts !== null
      ? [
          ...unusedFigures({ ...parts, facts }, document),
          ...unaskedInterpretations({ ...parts, facts }, files.interpretations, sources.interpretations),
        ]
      : []),
  );
  const told = [...read.complaints, ...complaints.filter((complaint) => !read.repeats(complaint))];
  if (told.length > 0 || front === null || limits === null || facts === null) return { compiled: fail(...told), notices };
  const body = {
    format: 1 as const,
    ...front,
    clauses,
    params,
    interpretations,
    ...(corrections.length > 0 ? { corrections } : {}),
    facts,
    measures,
    ...limits,
  };
  return { compiled: ok({ ...body, hash: hashOf(body) }), notices };
}

/** Quotations below the rules are held against the clauses whose own quotations are in order. */
function looseQuotes(
  parts: Parameters<typeof quoteComplaints>[0],
  document: PolicyDocument,
  file: string,
  text: string,
  complaints: readonly Complaint[],
): Complaint[] {
  if (complaints.some(({ code }) => code.startsWith("quote-"))) return [];
  return [...quoteComplaints(parts, document), ...interpretationComplaints(parts, file, text)];
}

/** SHA-256 of the canonical JSON (keys in the order of the format, no white space). */
const hashOf = (body: Omit<Policy, "hash">): string => createHash("sha256").update(JSON.stringify(body)).digest("hex");

function compileFacts(file: string, text: string, names: Names, units: KnownUnits, complaints: Complaint[]): FactSchema | null {
  const compile: CompileFeel = (feel, { item }, line) => {
    const list = item === null ? null : (names.facts.lists.find((l) => l.id === item) ?? null);
    const found = compileText(feel, scopeOf(names, list, new Map()), []);
    const faults = found.faults.map((fault) =>
      complain(fault.code, { file, line, column: 1, words: feel.slice(fault.from, fault.to) || feel }, fault.args),
    );
    return found.expr === null || faults.length > 0 ? fail(...faults) : ok(found.expr);
  };
  const compiled = readFacts(file, text, compile, units);
  if (compiled.ok) return compiled.value;
  complaints.push(...compiled.errors);
  return null;
}

/** Official words without a rule must say what they are. */
function loneSections(
  sections: readonly { readonly id: string; readonly line: number; readonly rules: readonly unknown[] }[],
  file: string,
): Complaint[] {
  return sections
    .filter((section) => section.rules.length === 0)
    .map((section) =>
      complain("measure-missing", { file, line: section.line, column: 1, words: section.id }, { clause: section.id }),
    );
}

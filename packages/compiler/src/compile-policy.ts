/** The whole pipeline, aloud: read the documents, hold the quotes against the original, name the figures, compile facts and rules, pin the result. */
import { createHash } from "node:crypto";
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { FactSchema, Measure, Policy } from "@zhengdui/policy";
import { type Complaint, complain } from "./complaints.ts";
import { readFacts, readFactTables } from "./facts/read-facts.ts";
import { clauseOf } from "./policy/clauses.ts";
import { readFront } from "./policy/front.ts";
import { readInterpretations } from "./policy/interpretations.ts";
import { freeMeasures, readLimits } from "./policy/limits.ts";
import { interpretationComplaints, quoteComplaints, unusedFigures } from "./policy/loose-ends.ts";
import { paramsOf } from "./policy/params.ts";
import { isMeasure, measureSource, sharedRules } from "./policy/sources.ts";
import { readDocument } from "./read/read-document.ts";
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

export function compilePolicy(sources: PolicySources): Outcome<Policy, Complaint> {
  const at = (name: string): string => `${sources.folder}/${name}`;
  const document = readDocument(at("policy.md"), sources.policy);
  const interpretations = readInterpretations(at("interpretations.md"), sources.interpretations);
  const tables = readFactTables(at("facts.md"), sources.facts);
  if (!document.ok || !interpretations.ok || !tables.ok)
    return fail(...[document, interpretations, tables].flatMap((o) => (o.ok ? [] : [...o.errors])));
  const complaints: Complaint[] = [...checkText(document.value, sources.original)];
  const front = readFront(document.value, complaints);
  const params = paramsOf(document.value);
  const figureOf = (name: string): number | null => {
    const value = params.find((p) => p.name === name)?.value;
    return typeof value === "number" ? value : null;
  };
  const shared = sharedRules(document.value, figureOf, complaints);
  const names: Names = { facts: tables.value, params, interpretations: interpretations.value, macros: shared.macros };
  const facts = compileFacts(at("facts.md"), sources.facts, names, complaints);
  const world: MeasureWorld = { names, shared: shared.conditions, figureOf, free: freeMeasures(document.value) };
  const measures = document.value.sections.flatMap((section): Measure[] => {
    const block = section.rules.find(isMeasure);
    if (block === undefined) return [];
    const measure = compileMeasure(measureSource(document.value, section, block, complaints), world);
    return measure === null ? [] : [measure];
  });
  const limits = readLimits(
    document.value,
    names,
    measures.map((m) => m.id),
    complaints,
  );
  complaints.push(...loneSections(document.value.sections, at("policy.md")));
  if (complaints.length > 0 || front === null || limits === null || facts === null) return fail(...complaints);
  const clauses = document.value.sections.map(clauseOf);
  const corrections = document.value.sections.flatMap(correctionsOf);
  const body = {
    format: 1 as const,
    ...front,
    clauses,
    params,
    interpretations: interpretations.value,
    ...(corrections.length > 0 ? { corrections } : {}),
    facts,
    measures,
    ...limits,
  };
  const loose = [
    ...quoteComplaints(body, document.value),
    ...interpretationComplaints(body, at("interpretations.md"), sources.interpretations),
    ...unusedFigures(body, document.value),
  ];
  return loose.length > 0 ? fail(...loose) : ok({ ...body, hash: hashOf(body) });
}

/** SHA-256 of the canonical JSON (keys in the order of the format, no white space). */
const hashOf = (body: Omit<Policy, "hash">): string => createHash("sha256").update(JSON.stringify(body)).digest("hex");

function compileFacts(file: string, text: string, names: Names, complaints: Complaint[]): FactSchema | null {
  const compiled = readFacts(file, text, (feel, { item }, line) => {
    const list = item === null ? null : (names.facts.lists.find((l) => l.id === item) ?? null);
    const found = compileText(feel, scopeOf(names, list, new Map()), []);
    const faults = found.faults.map((fault) =>
      complain(fault.code, { file, line, column: 1, words: feel.slice(fault.from, fault.to) || feel }, fault.args),
    );
    return found.expr === null || faults.length > 0 ? fail(...faults) : ok(found.expr);
  });
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

/** Studies one draft: proves its rules or mutates them, and tells what comes of it, each finding at its place in the documents. */
import { formatWanText } from "@zhengdui/basics";
import { type Complaint, compilePolicy, type Documents } from "@zhengdui/compiler";
import type { StudyEvent, StudyFinding, StudyKind, StudySurvivor } from "@zhengdui/contract";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { type Finding, KIND_WORDS, provePolicy, type Verdict } from "@zhengdui/proof";
import { mutatePolicy } from "../mutate-policy.ts";
import type { Survivor } from "../page/mutation-page.ts";
import { loadSolver } from "../proof/load-solver.ts";
import { type DraftPlaces, placesIn } from "./place-in-draft.ts";

export type Tell = (event: StudyEvent) => void;

export async function studyDraft(kind: StudyKind, documents: Documents, tell: Tell): Promise<void> {
  const compiled = compilePolicy({
    folder: "",
    original: documents["original.txt"],
    policy: documents["policy.md"],
    facts: documents["facts.md"],
    interpretations: documents["interpretations.md"],
  });
  if (!compiled.ok) {
    tell({ kind: "refused", why: refusal("草稿还读不懂", compiled.errors) });
    return;
  }
  const places = placesIn(documents["policy.md"]);
  if (kind === "prove") await proveDraft(compiled.value, places, tell);
  else tell(await mutationOf(compiled.value, documents["cases.md"], places, tell));
}

async function proveDraft(policy: Policy, places: DraftPlaces, tell: Tell): Promise<void> {
  const of = policy.measures.length;
  tell({ kind: "progress", done: 0, of, what: "载入求解器" });
  const { solver, close } = await loadSolver();
  const proof = await provePolicy(policy, createEngine(policy, "closures"), solver, 1, ({ clause, title }, done) =>
    tell({ kind: "progress", done, of, what: `${clause} ${title}` }),
  );
  close();
  const { proved, findings, unproved } = proof;
  tell({
    kind: "proof",
    proof: {
      proved,
      findings: findings.map((finding) => findingFor(finding, places)),
      unproved: unproved.map((one) => ({ ...one, place: places.ofWords(one.clause, "") })),
    },
  });
}

const findingFor = ({ kind, clause, words, text, examples }: Finding, places: DraftPlaces): StudyFinding => ({
  title: KIND_WORDS[kind],
  clause,
  text,
  place: places.ofWords(clause, words),
  examples: examples.map(({ label, amount, dossier }) => ({ label, amount: formatWanText(amount), dossier })),
});

async function mutationOf(policy: Policy, cases: string, places: DraftPlaces, tell: Tell): Promise<StudyEvent> {
  const progress = (what: string) => (done: number, of: number) => tell({ kind: "progress", done, of, what });
  const mutation = await mutatePolicy(policy, "cases.md", cases, {
    onMutant: progress("逐一改错"),
    onProof: progress("证明是否等同"),
    onSurvivor: progress("找能分辨的事实"),
  });
  if (!mutation.ok) return { kind: "refused", why: refusal("算例还没有全部相符", mutation.errors) };
  const { verdicts, survivors } = mutation.value;
  const count = (fate: Verdict["fate"]): number => verdicts.filter((verdict) => verdict.fate === fate).length;
  return {
    kind: "mutation",
    mutation: {
      mutants: verdicts.length,
      killed: count("killed"),
      equivalent: count("equivalent"),
      survivors: survivors.map((survivor) => survivorFor(survivor, places)),
    },
  };
}

function survivorFor({ verdict: { mutant }, difference }: Survivor, places: DraftPlaces): StudySurvivor {
  const { clause, place: spot, was, became } = mutant;
  const place = places.ofMutant(mutant);
  return { clause, spot, was, became, place, facts: difference?.words ?? null, differs: difference?.clauses ?? [] };
}

function refusal(what: string, [first, ...more]: readonly Complaint[]): string {
  const where = first === undefined ? "" : `：${first.file.replace(/^\//, "")} 第 ${first.line} 行，${first.what}`;
  return `${what}${where}${more.length === 0 ? "" : `；另有 ${more.length} 处`}。先照“意见”改好。`;
}

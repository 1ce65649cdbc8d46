/** A policy's worked cases as trials of a mutant: does a result differ from what the case says? */
import { ok } from "@zhengdui/basics";
import { runCase, type WorkedCase, type WorkedCases } from "@zhengdui/compiler";
import type { Engine, MeasureResult, Result } from "@zhengdui/engine";
import type { Trial, Trials } from "@zhengdui/proof";
import { roundComplaints } from "./policy-cases.ts";

/** Marks that 就高不重复 and the ceiling give: a measure by itself has none of them. */
const SHARED_MARKS: ReadonlySet<string> = new Set(["given-up", "outside-award-to-repay"]);

export function trialsOf(file: string, { cases, rounds }: WorkedCases): Trials {
  const dossiers = cases.map(
    (worked): Trial => ({
      title: worked.title,
      dossier: worked.dossier,
      differs: (result) => runCase(givenResult(result), file, worked).complaints.length > 0,
      measureDiffers: (measure) => measureDiffers(worked, measure),
    }),
  );
  const contests = rounds.map((worked) => ({
    title: worked.title,
    differs: (engine: Engine) => roundComplaints(engine, file, worked).length > 0,
  }));
  return { dossiers, rounds: contests };
}

/** An engine that has computed already. */
const givenResult = (result: Result) => ({ read: () => ok(result), assess: (found: Result) => found });

function measureDiffers({ measures }: WorkedCase, found: MeasureResult): boolean {
  const wanted = measures.find(({ id }) => id === found.id);
  if (wanted === undefined) return found.status !== "not-claimed" && found.status !== "no-subsidy";
  const potential = wanted.potential ?? wanted.amount;
  if (wanted.status.value !== found.status || wanted.amount.value !== found.amount || potential.value !== found.potential)
    return true;
  if (wanted.marks === null) return false;
  const marks = [...found.marks, ...found.items.flatMap((item) => item.marks)];
  const { value } = wanted.marks;
  return value.length === 0 ? marks.length > 0 : value.some((mark) => !SHARED_MARKS.has(mark) && !marks.includes(mark));
}

/**
 * The repeatable benchmark, beside its peers in one run: hand-written TypeScript (amounts, and amounts with the same explanation tree),
 * @gorules/zen-engine, feelin; then the command's start and its memory over a long stream. Nothing is timed before both sides are equal.
 */
import { readFileSync } from "node:fs";
import { createEngine, type Engine, type Prepared } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { dossierStream } from "../tests/arbitrary/dossier-stream.ts";
import { amounts } from "../tests/oracle/amounts.ts";
import { explain } from "../tests/oracle/explain.ts";
import { dossierOf } from "../tests/oracle/shape.ts";
import { hasCommand, startTime, streamThrough } from "./command.ts";
import { countNodes, firstDifference, firstTreeDifference } from "./equal.ts";
import { feelinPeer } from "./peers/feelin.ts";
import { contextOf, type ThreeAmounts, three } from "./peers/three-measures.ts";
import { zenPeer } from "./peers/zen.ts";
import { alternate } from "./rounds.ts";
import { atLeast, below, failed, type Line, print, rate } from "./table.ts";

const DOSSIERS = 20_000;
const EXPLAINED = 5_000;
const ZEN = 1_000;
const FEELIN = 200;
const STREAM = 200_000;
const SEED = 11;
const POLICY = "policies/jinjiang-2023-11/2023-05-01/compiled/policy.json";

function prepare(engine: Engine): Prepared[] {
  const city = dossierStream(SEED);
  return Array.from({ length: DOSSIERS }, () => {
    const read = engine.read(city.next().value);
    if (!read.ok) throw new Error(`the generator made a dossier that can't be read: ${JSON.stringify(read.errors)}`);
    return read.value;
  });
}

const outs = [new Float64Array(14), new Float64Array(14)] as const;

function amountsPass(all: readonly Prepared[], compute: (d: Prepared, out: Float64Array) => void): () => number {
  return () => {
    const [out] = outs;
    let sum = 0;
    for (const d of all) {
      compute(d, out);
      sum += (out[1] as number) + (out[12] as number);
    }
    return sum;
  };
}

const byHand = (d: Prepared, out: Float64Array): void => amounts(dossierOf(d), out);

function checkAmounts(engine: Engine, all: readonly Prepared[]): string | null {
  for (const [i, d] of all.entries()) {
    engine.amounts(d, outs[0]);
    byHand(d, outs[1]);
    const difference = firstDifference(outs[0], outs[1]);
    if (difference !== null) return `dossier ${i} ${difference}`;
  }
  return null;
}

async function compareAmounts(engine: Engine, all: readonly Prepared[]): Promise<Line> {
  const what = "amounts: generated / by hand";
  const difference = checkAmounts(engine, all);
  if (difference !== null) return failed(what, difference);
  const ours = { pass: amountsPass(all, (d, out) => engine.amounts(d, out)), units: all.length };
  const peer = { pass: amountsPass(all, byHand), units: all.length };
  return atLeast(what, await alternate(ours, peer, 31, 10), 0.7, "≥");
}

async function compareTrees(engine: Engine, all: readonly Prepared[]): Promise<Line> {
  const some = all.slice(0, EXPLAINED);
  let nodes = 0;
  for (const [i, d] of some.entries()) {
    const ours = engine.explain(d);
    const difference = firstTreeDifference(ours, explain(dossierOf(d)));
    if (difference !== null) return failed("explanation", `dossier ${i} ${difference}`);
    nodes += countNodes(ours);
  }
  const what = `explanation (${Math.round(nodes / some.length)} nodes): generated / by hand`;
  const pass = (of: (d: Prepared) => readonly { readonly value: number }[]) => () => {
    let sum = 0;
    for (const d of some) for (const measure of of(d)) sum += measure.value;
    return sum;
  };
  const ours = { pass: pass((d) => engine.explain(d)), units: some.length };
  const peer = { pass: pass((d) => explain(dossierOf(d))), units: some.length };
  return atLeast(what, await alternate(ours, peer, 21, 5), 0.5, "≥");
}

type Three = (context: ReturnType<typeof contextOf>) => ThreeAmounts | Promise<ThreeAmounts>;

/** The policy cut down to what a peer can say: three measures, without 就高不重复 and the ceiling, which it can't. */
const engineOfThree = (whole: Policy): Engine => {
  const measures = whole.measures.filter(({ id }) => Object.hasOwn(three, id));
  return createEngine({ ...whole, measures, combination: null, ceiling: null }, "generated");
};

async function compareThree(engine: Engine, all: readonly Prepared[], name: string, peer: Three, asked: number): Promise<Line> {
  const measures = engine.policy.measures.map(({ id }) => id);
  const what = `amounts of ${measures.join(", ")}: generated / ${name}`;
  const contexts = all.map(contextOf);
  for (const [i, context] of contexts.entries()) {
    engine.amounts(all[i] as Prepared, outs[0]);
    const theirs = await peer(context);
    for (const [at, id] of measures.entries()) {
      const value = theirs[three[id as keyof typeof three]];
      if (outs[0][at] !== value) return failed(what, `dossier ${i} ${id}: ours ${outs[0][at]}, peer ${value}`);
    }
  }
  const theirs = async () => {
    let sum = 0;
    for (const context of contexts) {
      const found = peer(context);
      sum += (found instanceof Promise ? await found : found).software;
    }
    return sum;
  };
  const once = amountsPass(all, (d, out) => engine.amounts(d, out));
  const repeats = Math.ceil(DOSSIERS / all.length);
  const ours = () => {
    let sum = 0;
    for (let i = 0; i < repeats; i++) sum += once();
    return sum;
  };
  const rates = await alternate({ pass: ours, units: repeats * all.length }, { pass: theirs, units: all.length }, 7, 1);
  return atLeast(what, rates, asked, "≥");
}

async function commandLines(): Promise<Line[]> {
  if (!hasCommand()) return [failed("the command", "apps/cli/dist/zhengdui.js isn't built")];
  const start = below("zhengdui assess one.json, whole process (median of 11)", startTime(11), "ms", 250);
  const stream = await streamThrough(STREAM, SEED);
  const what = `zhengdui assess --ndjson, ${STREAM.toLocaleString("en-US")} dossiers, peak memory`;
  if (stream.results !== STREAM || stream.wrong.length > 0)
    return [start, failed(what, `${stream.results} results; ${stream.wrong.join("; ")}`)];
  return [start, below(what, stream.peakMegabytes, "MB", 300, ` at ${rate(stream.results / stream.seconds)}`)];
}

const policy = JSON.parse(readFileSync(POLICY, "utf8")) as Policy;
const engine = createEngine(policy, "generated");
const all = prepare(engine);
const threeEngine = engineOfThree(policy);
const forThree = prepare(threeEngine);
const lines = [
  await compareAmounts(engine, all),
  await compareTrees(engine, all),
  await compareThree(threeEngine, forThree.slice(0, ZEN), "zen-engine", await zenPeer(), 200),
  await compareThree(threeEngine, forThree.slice(0, FEELIN), "feelin", feelinPeer, 2_000),
  ...(await commandLines()),
];
print(lines);
process.exitCode = lines.every((line) => line.ok) ? 0 : 1;

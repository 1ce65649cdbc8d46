/** Does an amount ever fall when spending, or a count, rises? Where each single step up never loses, no way up does. */
import { wordsOf } from "../branches.ts";
import { decidingOf } from "../measure-expressions.ts";
import type { Probe } from "../probe.ts";
import type { Model } from "../smt/session.ts";
import { compare, int } from "../smt/terms.ts";
import { moneyWords, readingWords } from "../wording.ts";
import { type Mover, moversOf } from "./movers.ts";
import { thresholdsOf } from "./open-boundary.ts";

/** How often a smaller example is looked for. */
const SMALLER_ROUNDS = 4;

export async function checkFalls(probe: Probe): Promise<void> {
  for (const mover of moversOf(probe)) await checkMover(probe, mover);
}

async function checkMover(probe: Probe, mover: Mover): Promise<void> {
  const { terms } = probe.world;
  const raised = mover.raised(1);
  const falls = [mover.validRaised(1), compare("<", raised.paid, terms.paid)];
  const what = `${mover.label}增加时金额会不会减少`;
  let model = await probe.find(what, ...falls);
  if (model === null) return;
  for (let round = 0; round < SMALLER_ROUNDS; round++) {
    const less = await probe.find(what, ...falls, compare("<", mover.name, int(amountAt(model, mover))));
    if (less === null) break;
    model = less;
  }
  await report(probe, mover, model);
}

const amountAt = (model: Model, { name }: Mover): bigint => BigInt(model.get(name) ?? 0n);

async function report(probe: Probe, mover: Mover, model: Model): Promise<void> {
  const at = amountAt(model, mover);
  const shown = [at, at + 1n].map((value) => probe.example(`${mover.label} ${mover.words(value)}`, mover.at(model, value)));
  const [before, after] = shown;
  if (!mover.exact(model) || before == null || after == null || after.amount >= before.amount) {
    probe.notProved(`${mover.label}增加时金额会不会减少`, "有这样的数，但一份档案里写不出来");
    return;
  }
  const beyond = probe.example(`${mover.label} ${mover.words(at + 2n)}`, mover.at(model, at + 2n));
  const when = readingWords(probe.policy, before.dossier);
  const words = wordsAt(probe, mover, at);
  const from = `${mover.label}为 ${mover.words(at)} 时得 ${moneyWords(before.amount)}`;
  const to = `多一步到 ${mover.words(at + 1n)} 反而得 ${moneyWords(after.amount)}`;
  if (beyond !== null && beyond.amount >= before.amount) {
    const hole = `恰好 ${mover.words(at + 1n)} 落空：${from}，${mover.words(at + 1n)} 得 ${moneyWords(after.amount)}，${mover.words(at + 2n)} 得 ${moneyWords(beyond.amount)}${when}`;
    return probe.report("tier-gap", hole, words, [before, after, beyond]);
  }
  probe.report("amount-falls", `${from}，${to}${when}`, words, [before, after]);
}

/** The words of the threshold that was crossed; of counts, which may be compared with each other, of all that decides. */
function wordsAt(probe: Probe, mover: Mover, at: bigint): string {
  const crossed = [...thresholdsOf(probe, mover)]
    .filter(([, value]) => value === at || value === at + 1n)
    .map(([param]) => param);
  if (mover.isMoney && crossed.length > 0) return crossed.map((param) => param.words[0] ?? "").join("；");
  return wordsOf(probe.policy, ...decidingOf(probe.world.form), ...probe.world.form.when.map((c) => c.test));
}

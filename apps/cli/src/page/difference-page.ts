/** Two versions of a policy side by side, as a page: measure by measure, who gains and who loses, from where on, with examples. */
import { formatMoney, formatWanText } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import type { MeasureDifference, Pair, PolicyDifference, Region } from "@zhengdui/proof";

const KINDS = { added: "新设", removed: "取消", changed: "有变化", same: "没有变化" } as const;

/** `files`: the two files of each pair, where they were written. */
export function differencePage(
  old: Policy,
  now: Policy,
  { measures, unproved }: PolicyDifference,
  files: ReadonlyMap<Pair, readonly [string, string]>,
): string {
  const lines = [`${old.number}（${old.version}）→ ${now.number}（${now.version}）`];
  for (const measure of measures.filter((m) => m.kind !== "same")) lines.push("", ...measureLines(measure, files));
  const same = measures.filter((m) => m.kind === "same").map((m) => m.clause);
  if (same.length > 0) lines.push("", `没有变化　${same.join("、")}`);
  lines.push("", "金额截到分，两版只差 1 分的不计；例子在界限的两侧各一份，两版都经测算核实");
  if (unproved.length > 0) lines.push("", "没有证明");
  for (const { clause, what, why } of unproved) lines.push(`  ${clause}　${what}：${why}`);
  return `${lines.join("\n")}\n`;
}

function measureLines(measure: MeasureDifference, files: ReadonlyMap<Pair, readonly [string, string]>): string[] {
  const { kind, clause, title, figures, conditions, regions, pairs } = measure;
  const idle = kind === "changed" && regions.length === 0 && pairs.length === 0;
  return [
    `${clause}　${title}　${KINDS[kind]}`,
    ...figures.map((figure) => `  数　${figure}`),
    ...conditions.map((condition) => `  条件　${condition}`),
    ...(idle ? ["  对任何申报单位，金额都没有变"] : []),
    ...regions.map(regionLine),
    ...pairs.map((pair) => {
      const written = files.get(pair);
      const where = written === undefined ? "" : `　${written.join(" ")}`;
      return `  例　${pair.label}：原 ${words(pair.old.amount)}，新 ${words(pair.new.amount)}${where}`;
    }),
  ];
}

const words = (fen: number): string => (fen % 10 ** 4 === 0 ? formatWanText(fen) : `${formatMoney(fen)} 元`);

function regionLine({ scenario, quantity, from, below, first, most, change, proved }: Region): string {
  const who = scenario === "" ? "" : `${scenario}：`;
  const stretch = below === null ? `${from}起` : `${from}起、不到 ${below}`;
  const sign = change === "gain" ? "多得" : "少得";
  const differs = (old: number, now: number): string => `${words(Math.abs(now - old))}（原 ${words(old)}，新 ${words(now)}）`;
  const steady = first[1] - first[0] === most.new - most.old;
  const widest = steady ? "" : `，到 ${most.at} 时相差最大，${sign} ${differs(most.old, most.new)}`;
  return `  ${sign}　${who}${quantity} ${stretch}，${sign} ${differs(...first)}${widest}${proved ? "" : "　未证"}`;
}

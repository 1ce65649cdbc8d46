/** What every part of the check reckons with: money in 分 as BigInt, refusals, sums, the largest and the least. */
import { createHash } from "node:crypto";

export const OUTSIDE = "outside";
export const must = (holds, what) => {
  if (!holds) throw new Error(what);
};
export const same = (one, other, what) => must(JSON.stringify(one) === JSON.stringify(other), what);
export const sha = (bytes) => createHash("sha256").update(bytes).digest("hex");
export const fen = (text) => {
  must(/^(0|[1-9]\d*)\.\d\d$/.test(text), `not money: ${text}`);
  return BigInt(text.replace(".", ""));
};
export const sum = (list) => list.reduce((all, one) => all + one, 0n);
export const most = (list) => list.reduce((top, one) => (one > top ? one : top));
export const least = (list) => list.reduce((low, one) => (one < low ? one : low));
export const by = (list, key) => {
  const map = new Map();
  for (const one of list) map.set(one[key], [...(map.get(one[key]) ?? []), one]);
  return map;
};

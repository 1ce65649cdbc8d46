/** A report of crashes in a few lines. */
import type { CrashReport } from "./crash-cycles.ts";

export function sayReport({ cycles, acknowledged, lost, halves, resumedMs, troubles, reread, calls }: CrashReport): string {
  const total = [...acknowledged.values()].reduce((sum, count) => sum + count, 0);
  const by = [...acknowledged].map(([kind, count]) => `${kind} ${count}`).join(", ");
  return [
    `${cycles} crashes, ${total} writes acknowledged (${by}); ${reread} read again over the routes; ${lost.length} lost, ${halves.length} half there`,
    ...[...resumedMs].map(([kind, all]) => `writing went on after a crash of ${kind}: ${spread(all)}`),
    `the longest request: ${(troubles.longestMs / 1000).toFixed(1)} s; while away: ${[...troubles.away].map(([said, count]) => `${count} × ${said}`).join(", ")}`,
    `${calls.parcels} calls to another system queued, ${calls.told} told`,
  ].join("\n");
}

function spread(all: readonly number[]): string {
  const sorted = [...all].sort((a, b) => a - b);
  const seconds = (at: number) => ((sorted[at] ?? 0) / 1000).toFixed(1);
  return `${seconds(Math.floor(sorted.length / 2))} s in the middle, ${seconds(sorted.length - 1)} s at most`;
}

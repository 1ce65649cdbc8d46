/** Fair timing of two ways to do the same: alternating rounds (A B A B …) after a warm-up, and the median of each. */

/** One pass over everything; the number it returns keeps the work from being optimised away. */
export type Pass = () => number | Promise<number>;

export interface Rates {
  /** Medians, units of work a second. */
  readonly ours: number;
  readonly peer: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

let sink = 0;

async function seconds(pass: Pass): Promise<number> {
  const started = process.hrtime.bigint();
  sink += await pass();
  return Number(process.hrtime.bigint() - started) / 1e9;
}

/** `units`: how many units one pass of each does. */
export async function alternate(
  ours: { readonly pass: Pass; readonly units: number },
  peer: { readonly pass: Pass; readonly units: number },
  rounds: number,
  warmUps = 3,
): Promise<Rates> {
  for (let i = 0; i < warmUps; i++) {
    await seconds(ours.pass);
    await seconds(peer.pass);
  }
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < rounds; i++) {
    times[0].push(await seconds(ours.pass));
    times[1].push(await seconds(peer.pass));
  }
  if (Number.isNaN(sink)) throw new Error("a pass returned no number");
  return { ours: ours.units / median(times[0]), peer: peer.units / median(times[1]) };
}

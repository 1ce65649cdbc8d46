/** Long work in steps: whoever drives it may do something else between two of them; the work itself knows no clock. */

/** Yields wherever it may be interrupted, with how much is done where it counts that; returns what came of it. */
export type Steps<T> = Generator<number | undefined, T, undefined>;

/** All steps one after another, where nobody waits. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

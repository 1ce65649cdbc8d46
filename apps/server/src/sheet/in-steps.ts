/** Long work beside other requests: after a few milliseconds whoever waits is served, then it goes on. */
import { setImmediate } from "node:timers/promises";
import type { Steps } from "@zhengdui/basics";

/** Of the event loop at a time. A request comes back to it some ten times. */
const SLICE_MS = 8;

export async function inSteps<T>(steps: Steps<T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    await setImmediate();
    begun = performance.now();
  }
}

/** Long work beside other requests: after a few milliseconds whoever waits is served, then it goes on. */
import { setImmediate } from "node:timers/promises";
import type { Steps } from "@zhengdui/basics";

/** Of the event loop at a time. A request comes back to it some ten times, and each time it waits for the slice under way. */
const SLICE_MS = 2;

/** `told`: of how much is done, whenever others have their turn. */
export async function inSteps<T>(steps: Steps<T>, told: (done: number) => void = () => undefined): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    if (step.value !== undefined) told(step.value);
    await setImmediate();
    begun = performance.now();
  }
}

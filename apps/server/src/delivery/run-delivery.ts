/** Runs the delivery while the server runs: a turn every few seconds, one at a time. */
import { loggedError } from "../logged-error.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { type Delivery, deliver, writeDigests } from "./deliver.ts";

const PAUSE_MS = 5_000;

/** Returns what stops it, once the turn under way has ended. */
export function runDelivery(parts: OfficeParts, delivery: Delivery, onTrouble: (error: Error) => void): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  const loop = async () => {
    while (!stopped) {
      try {
        await writeDigests(parts, delivery);
        await deliver(parts, delivery);
      } catch (error) {
        onTrouble(new Error(loggedError(error).message, { cause: error }));
      }
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, PAUSE_MS).unref();
      });
    }
  };
  const running = loop();
  return () => {
    stopped = true;
    wake();
    return running;
  };
}

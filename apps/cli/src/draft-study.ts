/**
 * `node draft-study.js prove|mutate`: a draft's documents as JSON on standard input, an event a line on standard output. A program of its
 * own, so that the workshop's server can run it apart from itself, and end it.
 */
import { text } from "node:stream/consumers";
import type { Documents } from "@zhengdui/compiler";
import { studyDraft } from "./study/study-draft.ts";

const kind = process.argv[2] === "mutate" ? "mutate" : "prove";
/** Progress needn't be told more often. */
const PAUSE_MS = 100;
let told = 0;

await studyDraft(kind, JSON.parse(await text(process.stdin)) as Documents, (event) => {
  const now = performance.now();
  if (event.kind === "progress" && event.done < event.of && event.done > 0 && now - told < PAUSE_MS) return;
  told = now;
  process.stdout.write(`${JSON.stringify(event)}\n`);
});

/**
 * Ids that grow with time (UUID version 7, RFC 9562), so that new rows lie side by side in an index. Those of one process grow even within a millisecond
 * (section 6.2, method 1), so that of two rows the later one can be told.
 */
import { randomBytes } from "node:crypto";

const COUNTER_SIZE = 4096;
const last = { ms: -1, count: 0 };

export function newId(now: Date = new Date()): string {
  const bytes = randomBytes(16);
  advance(now.getTime(), bytes.readUInt16BE(6) % (COUNTER_SIZE / 2));
  bytes.writeUIntBE(last.ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | last.count, 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The count begins anew, anywhere in its lower half, with another millisecond; where it is full the next millisecond is borrowed. */
function advance(ms: number, start: number): void {
  const borrowed = last.count === COUNTER_SIZE - 1 && ms === last.ms;
  if (borrowed || ms !== last.ms) Object.assign(last, { ms: borrowed ? ms + 1 : ms, count: start });
  else last.count++;
}

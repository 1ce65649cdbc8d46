/** When what couldn't be sent is tried again, and when it is given up. */

const MINUTE_MS = 60_000;
/** After the n-th failure; then it is given up, two days after the first. */
const PAUSES_MINUTES = [1, 5, 30, 120, 360, 720, 1440];

/** `attempts`: failures so far, this one counted. null: given up. */
export function nextTry(attempts: number, now: Date): Date | null {
  const minutes = PAUSES_MINUTES[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MINUTE_MS);
}

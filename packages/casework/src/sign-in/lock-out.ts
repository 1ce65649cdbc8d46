/** How long an account is locked after wrong passwords and codes: the more there were in a row, the longer. */

/** So many may be wrong in a row before anything is locked. */
export const freeTries = 4;

/** For the next wrong one, the one after it …; the last for all further. */
const lockMinutes = [1, 5, 15, 60];
const minuteMs = 60_000;

/** In milliseconds, after the so-manieth wrong one in a row; 0: not at all. */
export function lockMs(failedCount: number): number {
  if (failedCount <= freeTries) return 0;
  const step = Math.min(failedCount - freeTries, lockMinutes.length) - 1;
  return (lockMinutes[step] ?? 0) * minuteMs;
}

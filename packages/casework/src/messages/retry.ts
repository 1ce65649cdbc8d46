/** When what couldn't be sent is tried again, and when it is given up: two days after the first failure. */

const PAUSES_MINUTES = [1, 5, 30, 120, 360, 720, 1440];

/** `attempts`: failures so far, the last one counted. null: given up. */
export const pauseMinutes = (attempts: number): number | null => PAUSES_MINUTES[attempts - 1] ?? null;

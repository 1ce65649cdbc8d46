/** Invented but valid unified social credit codes (GB 32100-2015, GB 11714) from sequence numbers: both check characters are computed. */

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** 0–9, A–Z as 0–35. */
const digitOf = (character: string): number => Number.parseInt(character, 36);

function organisationCheck(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + weight * digitOf(body[i] as string), 0);
  const check = 11 - (sum % 11);
  return check === 11 ? "0" : check === 10 ? "X" : String(check);
}

function codeCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(body[i] as string), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] as string;
}

/**
 * `series` two letters or digits that keep kinds of codes apart ("MA": applicants, …), `sequence` 0 to 999,999; beyond it the next series follow.
 * 91 is an enterprise, 51 an association, 12 a public institution; 350582 is Jinjiang.
 */
export function creditCode(sequence: number, series = "MA", prefix = "91350582"): string {
  const [first, second] = [series[0] as string, ALPHABET.indexOf(series[1] as string) + Math.floor(sequence / 1_000_000)];
  const organisation = `${first}${ALPHABET[second % ALPHABET.length]}${String(sequence % 1_000_000).padStart(6, "0")}`;
  const body = `${prefix}${organisation}${organisationCheck(organisation)}`;
  return body + codeCheck(body);
}

/** Both checks, for the generator's own test. */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && organisationCheck(code.slice(8, 16)) === code[16] && codeCheck(code.slice(0, 17)) === code[17];
}

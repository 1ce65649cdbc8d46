/** 统一社会信用代码: the check character of GB 32100-2015 over all of it and the one of GB 11714 over its organisation code (characters 9–17). */
import { fail, type Outcome, ok } from "./outcome.ts";
import type { ValueFault } from "./value-fault.ts";

/** GB 32100-2015: the values of these characters are 0 to 30; I, O, S, V, Z are not used. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;
/** 3^(i − 1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714, over characters 9 to 16, whose values are 0–9 and A–Z = 10–35. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** By 11 − Σ mod 11: 1 to 9 themselves, 10 is X, 11 is 0. */
const ORGANISATION_CHECKS = "-123456789X0";
const ORGANISATION_FROM = 8;

const CODE_OF_0 = 48;
const CODE_OF_A = 65;
/** Value by character code; −1 for a character that isn't used. */
const VALUES = /* @__PURE__ */ Int8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));
const valueAt = (text: string, at: number): number => VALUES[text.charCodeAt(at)] ?? -1;

const EXPECTED = "应为 18 位统一社会信用代码：数字和大写字母（不用 I、O、S、V、Z），两处校验都相符";

/** The code itself, or what is wrong with it: its length, its letters' case, a character that isn't used, or either check (both are told). */
export function checkCreditCode(text: string): Outcome<string, ValueFault> {
  const fault = shapeFault(text);
  if (fault !== null) return fail(fault);
  const first = firstCheck(text);
  const second = secondCheck(text, ORGANISATION_FROM);
  if (text[LENGTH - 1] === first && text[LENGTH - 2] === second) return ok(text);
  const faults: ValueFault[] = [];
  if (text[LENGTH - 1] !== first)
    faults.push({
      problem: "第 18 位校验不符（GB 32100）",
      expected: `按前 17 位计算，第 18 位应为 ${first}；请对照营业执照逐位核对`,
    });
  if (text[LENGTH - 2] !== second)
    faults.push({
      problem: "第 17 位校验不符（组织机构代码，GB 11714）",
      expected: `按第 9 至 16 位计算，第 17 位应为 ${second}；请对照营业执照逐位核对`,
    });
  return { ok: false, errors: faults };
}

function shapeFault(text: string): ValueFault | null {
  let at = 0;
  while (at < text.length && valueAt(text, at) >= 0) at += 1;
  if (at === text.length && at === LENGTH) return null;
  const problem = shapeProblem(text, at);
  const mended = text.length > 100 ? null : mendOf(text);
  return mended === null ? { problem, expected: EXPECTED } : { problem, expected: EXPECTED, suggestion: mended };
}

/** `at`: the first character that isn't used in a code, or the text's end. */
function shapeProblem(text: string, at: number): string {
  const characters = text.length > 100 ? text.length : [...text].length;
  if (characters !== LENGTH) return `长 ${characters} 位，不是 18 位`;
  const place = [...text.slice(0, at)].length + 1;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (/[a-z]/.test(character) && /^[0-9A-Za-z]+$/.test(text)) return `第 ${place} 位“${character}”是小写字母`;
  return `第 ${place} 位“${character}”不是代码用的字符`;
}

/** Upper case, half-width, without spaces and dashes; then O, I, Z, S, V for the characters they are mistaken for. Only where both checks then agree. */
function mendOf(text: string): string | null {
  const half = text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  const bare = half.replace(/[\s-]/g, "").toUpperCase();
  const likely = bare.replace(/[OIZSV]/g, (char) => LOOK_ALIKE[char] ?? char);
  return [bare, likely].find((candidate) => candidate !== text && isValid(candidate)) ?? null;
}

const LOOK_ALIKE: Readonly<Record<string, string>> = { O: "0", I: "1", Z: "2", S: "5", V: "U" };

const isValid = (code: string): boolean =>
  code.length === LENGTH &&
  [...code].every((_, at) => valueAt(code, at) >= 0) &&
  code[LENGTH - 1] === firstCheck(code) &&
  code[LENGTH - 2] === secondCheck(code, ORGANISATION_FROM);

/** GB 32100-2015: character 18 from the first 17. */
function firstCheck(code: string): string {
  let sum = 0;
  for (let i = 0; i < WEIGHTS.length; i++) sum += valueAt(code, i) * (WEIGHTS[i] ?? 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714: the ninth character of the organisation code that begins at `from`, by its first eight. */
function secondCheck(text: string, from: number): string {
  let sum = 0;
  for (let i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
    const code = text.charCodeAt(from + i);
    sum += (code < CODE_OF_A ? code - CODE_OF_0 : code - CODE_OF_A + 10) * (ORGANISATION_WEIGHTS[i] ?? 0);
  }
  return ORGANISATION_CHECKS.charAt(11 - (sum % 11));
}

/**
 * A valid code from characters 1–8 (registering department, kind, district) and the first eight of the organisation code; for
 * demonstrations and generators. null where either isn't eight characters of the code's alphabet.
 */
export function makeCreditCode(prefix: string, organisation: string): string | null {
  const body = prefix + organisation + (organisation.length === 8 ? secondCheck(organisation, 0) : "");
  if (prefix.length !== 8 || organisation.length !== 8 || [...body].some((_, at) => valueAt(body, at) < 0)) return null;
  return body + firstCheck(body);
}

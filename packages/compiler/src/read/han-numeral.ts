/** Chinese numerals (六十, 一百零五, 二〇二六) as decimal digits, and figures written with them (六十万元, 百分之二点五) as their Arabic selves. */

const DIGITS: Readonly<Record<string, bigint>> = {
  零: 0n,
  〇: 0n,
  一: 1n,
  二: 2n,
  两: 2n,
  三: 3n,
  四: 4n,
  五: 5n,
  六: 6n,
  七: 7n,
  八: 8n,
  九: 9n,
};
const TENS: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n };
const MYRIAD = 10n ** 4n;
const MYRIADS: Readonly<Record<string, bigint>> = { 万: MYRIAD, 亿: 10n ** 8n };

export const HAN = `[${[...Object.keys(DIGITS), ...Object.keys(TENS), ...Object.keys(MYRIADS)].join("")}]`;

/** Decimal digits; null where it is no numeral, or one that says no certain number (三四十, 一百二). */
export function hanDigits(text: string): string | null {
  if (/^[〇零一二三四五六七八九]{3,}$/u.test(text)) return [...text].map((c) => String(DIGITS[c])).join("");
  const value = structured(text);
  return value === null ? null : String(value);
}

/** By 亿 and 万, each part below 10000; 零 stands for what is left out. */
function structured(text: string): bigint | null {
  const at = text.includes("亿") ? text.lastIndexOf("亿") : text.indexOf("万");
  if (at < 0) return belowMyriad(text);
  const sign = text[at] as "万" | "亿";
  const head = at === 0 ? 1n : structured(text.slice(0, at));
  const rest = text.slice(at + 1);
  if (head === null || head === 0n || (sign === "万" && head >= MYRIAD)) return null;
  const tail = rest === "" ? 0n : isShort(rest) ? null : structured(rest.replace(/^[零〇]/u, ""));
  const factor = MYRIADS[sign] ?? 1n;
  return tail === null || tail >= factor ? null : head * factor + tail;
}

/** 一万二, 一百二: a digit behind a unit without 零 is said, and not written into a policy. */
const isShort = (rest: string): boolean => rest.length === 1 && DIGITS[rest] !== undefined;

function belowMyriad(text: string): bigint | null {
  let [sum, digit, last] = [0n, null as bigint | null, MYRIAD];
  let hasZero = false;
  for (const [i, char] of [...text].entries()) {
    const [value, unit] = [DIGITS[char], TENS[char]];
    if (value !== undefined) {
      if (digit !== null && digit !== 0n) return null;
      if (value === 0n && i > 0 && digit === 0n) return null;
      hasZero ||= value === 0n && i > 0;
      digit = value;
    } else if (unit !== undefined) {
      // 十五 needs no 一 before it; elsewhere a unit without a digit is a name (千百).
      if (unit >= last || digit === 0n || (digit === null && i > 0)) return null;
      sum += (digit ?? 1n) * unit;
      [digit, last] = [null, unit];
    } else return null;
  }
  if (text === "" || (digit === 0n && text.length > 1)) return null;
  if (digit !== null && sum > 0n && last > 10n && !hasZero) return null;
  return sum + (digit ?? 0n);
}

const PARTS: Readonly<Record<string, string>> = { 百: "%", 千: "‰", 万: "‱" };

/** 六十万元 → 600000元, 百分之二点五 → 2.5%, 二〇二六年三月一日 → 2026年3月1日; anything else as it stands. */
export function arabic(text: string): string {
  const half = halfOf(text);
  if (half !== null) return half;
  const part = new RegExp(`^(${HAN}+)分之(${HAN}+?)(?:点(${HAN}+))?$`, "u").exec(text);
  if (part !== null) return partOf(part[1] ?? "", part[2] ?? "", part[3]) ?? text;
  const date = new RegExp(`^(?:(${HAN}+)年)?(${HAN}+)月(?:(${HAN}+)日)?$`, "u").exec(text);
  if (date !== null) {
    const signs = ["年", "月", "日"];
    const read = date.slice(1).map((word, i) => (word === undefined ? "" : sized(hanDigits(word), signs[i] ?? "")));
    return read.includes(null) ? text : read.join("");
  }
  const plain = new RegExp(`^(${HAN}+)(?:点(${HAN}+))?(?!${HAN})(.*)$`, "u").exec(text);
  if (plain === null) return text;
  const [, whole = "", decimals, unit = ""] = plain;
  if (/^[百千万亿]/u.test(whole) && unit !== "元") return text;
  const digits = decimals === undefined ? hanDigits(whole) : pointed(whole, decimals);
  return digits === null ? text : `${digits}${unit}`;
}

/** 一半 → 50%, 半年 → 0.5年, 两年半 → 2.5年 */
function halfOf(text: string): string | null {
  if (text === "一半" || text === "半数") return "50%";
  const [, unit] = /^半(年|个月|小时|天)$/u.exec(text) ?? [];
  if (unit !== undefined) return `0.5${unit}`;
  const [, numeral = "", of = ""] = new RegExp(`^(${HAN}+)(年|倍|小时|天)半$`, "u").exec(text) ?? [];
  const digits = hanDigits(numeral);
  return digits === null ? null : `${digits}.5${of}`;
}

/** 百分之二点五 → 2.5%, 五分之一 → 20%; null: not exact (三分之一). */
function partOf(of: string, whole: string, decimals: string | undefined): string | null {
  const [number, rest] = [hanDigits(whole), decimals === undefined ? "" : decimalsOf(decimals)];
  if (number === null || rest === null) return null;
  const sign = PARTS[of];
  if (sign !== undefined) return rest === "" ? number + sign : `${number}.${rest}${sign}`;
  const parts = BigInt(hanDigits(of) ?? 0);
  const hundredths = BigInt(number) * 100n;
  return rest !== "" || parts === 0n || hundredths % parts !== 0n ? null : `${hundredths / parts}%`;
}

const sized = (digits: string | null, sign: string): string | null => (digits === null ? null : digits + sign);

const decimalsOf = (text: string): string | null =>
  [...text].every((c) => DIGITS[c] !== undefined) ? [...text].map((c) => String(DIGITS[c])).join("") : null;

/** 一点五万: the point stands before the myriads. */
function pointed(whole: string, decimals: string): string | null {
  const [, digits = "", sign = ""] = /^(.*?)([万亿]?)$/u.exec(decimals) ?? [];
  const [before, after] = [hanDigits(whole), decimalsOf(digits)];
  if (before === null || after === null || after === "") return null;
  const zeros = sign === "" ? 0 : String(MYRIADS[sign]).length - 1;
  if (zeros === 0) return `${before}.${after}`;
  return after.length > zeros ? null : `${before}${after}${"0".repeat(zeros - after.length)}`.replace(/^0+(?=\d)/, "");
}

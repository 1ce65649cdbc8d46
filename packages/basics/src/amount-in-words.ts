/** 大写金额 for payment papers, by the usual rules of 支付结算办法: 壹 to 玖, one 零 for a gap of noughts, 整 where no 分 follows. */

const DIGITS = [..."零壹贰叁肆伍陆柒捌玖"];
const UNITS: readonly (readonly [unit: number, word: string])[] = [
  [10 ** 8, "亿"],
  [10 ** 4, "万"],
  [1000, "仟"],
  [100, "佰"],
  [10, "拾"],
];

/** 分 (a safe integer) → 人民币壹佰元整, 人民币壹佰零伍元叁角整, 人民币壹拾元零伍分; 0 → 人民币零元整; below 0 with 负. */
export function amountInWords(fen: number): string {
  const sum = Math.abs(fen);
  const cents = sum % 100;
  const yuan = (sum - cents) / 100;
  const [jiao, last] = [Math.floor(cents / 10), cents % 10];
  const head = yuan > 0 || cents === 0 ? `${wholeInWords(yuan)}元` : "";
  const gap = jiao === 0 && last > 0 && yuan > 0 ? "零" : "";
  const tail = last === 0 ? "整" : `${DIGITS[last]}分`;
  return `人民币${fen < 0 ? "负" : ""}${head}${jiao > 0 ? `${DIGITS[jiao]}角` : gap}${tail}`;
}

/** The largest unit first; what is left follows, after a 零 where its own first place is empty. */
function wholeInWords(n: number): string {
  const [unit, word] = UNITS.find(([least]) => n >= least) ?? [1, ""];
  if (unit === 1) return DIGITS[n] ?? "";
  const rest = n % unit;
  const head = wholeInWords((n - rest) / unit) + word;
  if (rest === 0) return head;
  return `${head}${rest < unit / 10 ? "零" : ""}${wholeInWords(rest)}`;
}

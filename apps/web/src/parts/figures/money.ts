/** Money as people read it. In: a decimal string in 元 ("420150.00"); reckoned as whole 分, never as a binary fraction. */

const MONEY = /^(\d+)(?:\.(\d{1,2}))?$/;

/** Whole 分; null where the text is no amount. */
export function fenOf(yuan: string): bigint | null {
  const match = MONEY.exec(yuan);
  return match === null ? null : BigInt(match[1] ?? "0") * 100n + BigInt((match[2] ?? "").padEnd(2, "0"));
}

/** "420150.00" → "42.015": exact, at least `least` decimals, no more than needed. */
export function wan(yuan: string, least = 2): string {
  const fen = fenOf(yuan);
  return fen === null ? yuan : wanOfFen(fen, least);
}

export function wanOfFen(fen: bigint, least = 2): string {
  const whole = group(String(fen / 1_000_000n));
  const fraction = String(fen % 1_000_000n)
    .padStart(6, "0")
    .replace(/0+$/, "")
    .padEnd(least, "0");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** "420150.00" → "420,150.00" */
export function yuan(text: string): string {
  const fen = fenOf(text);
  return fen === null ? text : yuanOfFen(fen);
}

export const yuanOfFen = (fen: bigint): string => `${group(String(fen / 100n))}.${String(fen % 100n).padStart(2, "0")}`;

const group = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ",");

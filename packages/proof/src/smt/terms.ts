/** Terms of SMT-LIB as text, folded where a side is already known: what is plain true or false never reaches the solver. */

/** An SMT-LIB term: "x", "12", "(+ x 1)". */
export type Term = string;

export const TRUE: Term = "true";
export const FALSE: Term = "false";

export const int = (value: bigint | number): Term => (value < 0 ? `(- ${(-BigInt(value)).toString()})` : value.toString());

/** The number of a term that is a plain numeral, else null. */
export function numeralOf(term: Term): bigint | null {
  if (/^\d+$/.test(term)) return BigInt(term);
  const negative = /^\(- (\d+)\)$/.exec(term);
  return negative === null ? null : -BigInt(negative[1] as string);
}

export const not = (a: Term): Term => (a === TRUE ? FALSE : a === FALSE ? TRUE : `(not ${a})`);

export function and(...items: readonly Term[]): Term {
  if (items.includes(FALSE)) return FALSE;
  const rest = [...new Set(items.filter((item) => item !== TRUE))];
  return rest.length === 0 ? TRUE : rest.length === 1 ? (rest[0] as Term) : `(and ${rest.join(" ")})`;
}

export function or(...items: readonly Term[]): Term {
  if (items.includes(TRUE)) return TRUE;
  const rest = [...new Set(items.filter((item) => item !== FALSE))];
  return rest.length === 0 ? FALSE : rest.length === 1 ? (rest[0] as Term) : `(or ${rest.join(" ")})`;
}

export const ite = (when: Term, then: Term, otherwise: Term): Term =>
  when === TRUE || then === otherwise ? then : when === FALSE ? otherwise : `(ite ${when} ${then} ${otherwise})`;

/** `=`, `<`, `<=`, `>`, `>=` of two integers; decided at once where both are numerals. */
export function compare(test: "=" | "<" | "<=" | ">" | ">=", a: Term, b: Term): Term {
  const [x, y] = [numeralOf(a), numeralOf(b)];
  if (x === null || y === null) return a === b && test !== "<" && test !== ">" ? TRUE : `(${test} ${a} ${b})`;
  const holds = { "=": x === y, "<": x < y, "<=": x <= y, ">": x > y, ">=": x >= y }[test];
  return holds ? TRUE : FALSE;
}

export function add(a: Term, b: Term): Term {
  const [x, y] = [numeralOf(a), numeralOf(b)];
  if (x !== null && y !== null) return int(x + y);
  return x === 0n ? b : y === 0n ? a : `(+ ${a} ${b})`;
}

export function sub(a: Term, b: Term): Term {
  const [x, y] = [numeralOf(a), numeralOf(b)];
  if (x !== null && y !== null) return int(x - y);
  return y === 0n ? a : `(- ${a} ${b})`;
}

export function mul(a: Term, b: Term): Term {
  const [x, y] = [numeralOf(a), numeralOf(b)];
  if (x !== null && y !== null) return int(x * y);
  if (x === 0n || y === 0n) return "0";
  return x === 1n ? b : y === 1n ? a : `(* ${a} ${b})`;
}

/** Towards zero. SMT-LIB's div rounds down, so a side that may be negative is turned round first. */
export function divide(a: Term, b: Term, maybeNegative: boolean): Term {
  const [x, y] = [numeralOf(a), numeralOf(b)];
  if (x !== null && y !== null && y !== 0n) return int(x / y);
  if (y === 1n) return a;
  const down = `(div ${a} ${b})`;
  return maybeNegative ? ite(compare(">=", a, "0"), down, `(- (div (- ${a}) ${b}))`) : down;
}

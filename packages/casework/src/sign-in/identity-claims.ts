/** What an identity provider says of a person, read by names that are configuration; and what follows for the person's units. */
import { checkCreditCode } from "@zhengdui/basics";

/** What each thing is called among the provider's claims. */
export interface ClaimNames {
  readonly person: string;
  readonly name: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly capacity: string;
  /** The capacity's values that mean a legal representative, and those that mean a handler. */
  readonly legalRepresentative: readonly string[];
  readonly handler: readonly string[];
}

export type UnitRole = "legal-representative" | "handler";

export interface UnitOfPerson {
  readonly uscc: string;
  readonly name: string;
  readonly role: UnitRole;
}

export interface Identity {
  readonly person: string;
  readonly name: string;
  readonly unit: UnitOfPerson | null;
  /** Why a unit that is named doesn't count. */
  readonly unitFault: string | null;
}

/** null: it doesn't even say who it is. */
export function readIdentity(claims: Readonly<Record<string, unknown>>, names: ClaimNames): Identity | null {
  const person = textAt(claims, names.person);
  if (person === null) return null;
  const name = textAt(claims, names.name) ?? "（未提供姓名）";
  const code = textAt(claims, names.unitCode);
  if (code === null) return { person, name, unit: null, unitFault: null };
  const without = (unitFault: string): Identity => ({ person, name, unit: null, unitFault });
  if (!checkCreditCode(code).ok) return without("统一社会信用代码校验不符");
  const unitName = textAt(claims, names.unitName);
  if (unitName === null) return without("没有单位名称");
  const role = roleOf(textAt(claims, names.capacity), names);
  if (role === null) return without("不是法定代表人，也不是经办人");
  return { person, name, unit: { uscc: code, name: unitName, role }, unitFault: null };
}

function roleOf(capacity: string | null, { legalRepresentative, handler }: ClaimNames): UnitRole | null {
  if (capacity === null) return null;
  if (legalRepresentative.includes(capacity)) return "legal-representative";
  return handler.includes(capacity) ? "handler" : null;
}

/** `unit.code` reads inside an object. Empty texts, control characters and texts of more than 200 characters are none. */
function textAt(claims: Readonly<Record<string, unknown>>, path: string): string | null {
  let value: unknown = claims;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" || text.length > 200 || /\p{Cc}/u.test(text) ? null : text;
}

export interface HeldFromProvider {
  readonly id: string;
  readonly role: string;
  readonly uscc: string | null;
}

/** Of the appointments that the provider had brought: those it no longer vouches for end, a new one begins. */
export function appointmentChanges(
  held: readonly HeldFromProvider[],
  unit: UnitOfPerson | null,
): { readonly end: readonly string[]; readonly begin: UnitOfPerson | null } {
  const isSame = (one: HeldFromProvider): boolean => unit !== null && one.role === unit.role && one.uscc === unit.uscc;
  return { end: held.filter((one) => !isSame(one)).map(({ id }) => id), begin: held.some(isSame) ? null : unit };
}

/** Whether an account may do something, by the table of actions and its appointments; what it then reaches. Pure: the day is handed in. */
import { type ActionId, actionOf, type Scope, type Sight } from "./actions.ts";
import { ROLES, type RoleId } from "./roles.ts";

/** One account in one role: for a unit (its credit code), for a town, or for the whole county. Dates as ISO days, both inclusive. */
export interface Appointment {
  readonly role: RoleId;
  readonly unit: string | null;
  readonly territory: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** What a permitted action can touch. Row-level security holds the same below it. */
export interface Reach {
  readonly scope: Scope;
  /** Credit codes, where the scope is `own`. */
  readonly units: readonly string[];
  /** Towns, where the scope is `territory`. */
  readonly territories: readonly string[];
  readonly sees: readonly Sight[];
  /** The roles by which it is permitted; none for what is everyone's own. */
  readonly roles: readonly RoleId[];
}

export const isCurrent = ({ from, to }: Appointment, today: string): boolean => from <= today && (to === null || today <= to);

const width: Readonly<Record<Scope, number>> = { self: 0, own: 1, territory: 2, all: 3 };

/** null: it may not. Where several roles permit it, the widest reach counts. */
export function mayDo(appointments: readonly Appointment[], id: ActionId, today: string): Reach | null {
  const action = actionOf(id);
  const granting = appointments.filter((one) => isCurrent(one, today) && action.who[one.role] !== undefined);
  const scopes = granting.map(({ role }) => action.who[role] ?? "self");
  if (scopes.length === 0) return action.everyone === true ? selfOnly : null;
  const scope = scopes.reduce((wide, one) => (width[one] > width[wide] ? one : wide));
  const used = granting.filter(({ role }) => action.who[role] === scope);
  return {
    scope,
    units: scope === "own" ? distinct(used.map(({ unit }) => unit)) : [],
    territories: scope === "territory" ? distinct(used.map(({ territory }) => territory)) : [],
    sees: action.sees ?? [],
    roles: [...new Set(used.map(({ role }) => role))],
  };
}

const selfOnly: Reach = { scope: "self", units: [], territories: [], sees: [], roles: [] };

const distinct = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.filter((text): text is string => text !== null)),
];

/** Whether a reach covers one enterprise. `territory` is null where the enterprise has no known town. */
export function covers(reach: Reach, enterprise: { readonly uscc: string; readonly territory: string | null }): boolean {
  switch (reach.scope) {
    case "all":
      return true;
    case "territory":
      return enterprise.territory !== null && reach.territories.includes(enterprise.territory);
    case "own":
      return reach.units.includes(enterprise.uscc);
    case "self":
      return false;
  }
}

/** An appointment that its role doesn't allow, in words; null: it is well-formed. */
export function faultOf({ role, unit, territory, from, to }: Appointment): string | null {
  const { label, bound } = ROLES[role];
  if (bound === "unit" && unit === null) return `${label}要写明是哪个单位的。`;
  if (bound === "territory" && territory === null) return `${label}要写明是哪个镇（街道）的。`;
  if (bound !== "unit" && unit !== null) return `${label}不属于某个申报单位。`;
  if (bound !== "territory" && territory !== null) return `${label}不限于某个镇（街道）。`;
  return to !== null && to < from ? "授权的截止日早于起始日。" : null;
}

/** What an API key may be for: one role that is bound to nothing, actions that this role may do, an end. */
import { parseDate } from "@zhengdui/basics";
import { type ActionId, actionOf } from "../authority/actions.ts";
import { ROLES, type RoleId } from "../authority/roles.ts";

export interface WantedKey {
  readonly role: RoleId;
  readonly actions: readonly ActionId[];
  readonly expiresOn: string;
}

const longestDaysLength = 366;

/** All that is wrong, each with its place. `today` and `expiresOn` as ISO days. */
export function faultsOfKey(
  { role, actions, expiresOn }: WantedKey,
  today: string,
): { readonly path: string; readonly problem: string }[] {
  const faults: { path: string; problem: string }[] = [];
  const { label, side, bound } = ROLES[role];
  if (side === "admin" || side === "applicant" || bound !== "nothing")
    faults.push({ path: "role", problem: `接口密钥不能以${label}的身份使用` });
  for (const [at, id] of actions.entries()) {
    const { label: deed, who } = actionOf(id);
    if (who[role] === undefined) faults.push({ path: `actions[${at}]`, problem: `${label}不能“${deed}”，密钥也不能` });
  }
  const days = (parseDate(expiresOn) ?? 0) - (parseDate(today) ?? 0);
  if (days <= 0) faults.push({ path: "expiresOn", problem: "到期日要晚于今天" });
  else if (days > longestDaysLength) faults.push({ path: "expiresOn", problem: "密钥最长一年，到期前换新的" });
  return faults;
}

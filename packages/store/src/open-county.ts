/** Opens a county's office: the county itself and its three administrators, whose duties are separated, each with a password that is shown once. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { ROLES, type RoleId } from "@zhengdui/casework";
import { databaseProblem } from "./database-problem.ts";
import { newId } from "./new-id.ts";
import { account, appointment, credential } from "./schema/access.ts";
import { makeOneTimePassword, type OneTimePassword } from "./sign-in/one-time-password.ts";
import type { PasswordCost } from "./sign-in/password-hash.ts";
import { createTenant, type Tenant } from "./tenants.ts";

export interface FirstAdministrator {
  readonly login: string;
  readonly role: RoleId;
  readonly password: string;
}

const FIRST: readonly (readonly [string, RoleId])[] = [
  ["system", "system-admin"],
  ["security", "security-admin"],
  ["audit", "audit-admin"],
];

/** `url`: of the tables' owner; the schema is up to date. */
export async function openCounty(
  url: string,
  county: Omit<Tenant, "demonstration">,
  cost: PasswordCost,
  now: Date,
): Promise<Outcome<readonly FirstAdministrator[], Problem>> {
  try {
    const made: (FirstAdministrator & Pick<OneTimePassword, "credential">)[] = [];
    for (const [login, role] of FIRST) {
      const one = await makeOneTimePassword(cost, now);
      if (one === null) return fail({ path: "", problem: "口令没有算成", expected: "请再试一次" });
      made.push({ login, role, ...one });
    }
    const isNew = await createTenant(url, { ...county, demonstration: false }, async (tx) => {
      for (const { login, role, credential: proof } of made) {
        const id = newId(now);
        await tx.insert(account).values({ id, side: "admin", login, name: ROLES[role].label, createdAt: now });
        await tx.insert(credential).values({ accountId: id, ...proof });
        const granted = { grantedBy: "db tenant", grantedAt: now, confirmedBy: "db tenant", confirmedAt: now };
        const validFrom = now.toISOString().slice(0, 10);
        await tx.insert(appointment).values({ id: newId(now), accountId: id, role, validFrom, ...granted });
      }
    });
    if (!isNew) return fail(isThere(county.tenantId));
    return ok(made.map(({ login, role, password }) => ({ login, role, password })));
  } catch (error) {
    return fail(databaseProblem(error));
  }
}

const isThere = (path: string): Problem => ({
  path,
  problem: "这个县（市）已经开立",
  expected: "忘了管理员口令，请由另一名管理员重置",
});

/** Accounts for tests that have a password and, where asked for, a second factor whose codes the test can make. */
import { Secret, TOTP } from "otpauth";
import { seal, totpPurpose } from "../../apps/server/src/access/seal.ts";
import { newTotpSecret } from "../../apps/server/src/access/totp.ts";
import { ROLES, type RoleId } from "../../packages/casework/src/index.ts";
import { createAccount, hashPassword, insertAppointment, newId, record } from "../../packages/store/src/index.ts";
import type { Browser } from "./browser.ts";
import { COUNTY, type TestOffice } from "./test-office.ts";

export const PASSWORD = "清晨海边有三只白鹭 heron";

export interface TestAccount {
  readonly id: string;
  readonly login: string;
  /** The code of now, or of some seconds from now. */
  readonly code: (aheadSeconds?: number) => string;
}

let made = 0;

export async function addAccount(
  office: TestOffice,
  role: RoleId | null,
  { totp = false, mustChange = false } = {},
): Promise<TestAccount> {
  const id = newId(office.clock.now);
  const login = `someone-${++made}`;
  const secret = newTotpSecret();
  const { sealingKey, passwordCost } = office.office.parts;
  const passwordHash = await hashPassword(PASSWORD, passwordCost ?? { log2N: 4, r: 8, p: 1 });
  const now = office.clock.now;
  await office.asSystem(async (tx) => {
    const side = role === null ? ("applicant" as const) : ROLES[role].side;
    await createAccount(
      tx,
      { id, side, login, name: "示例人员", createdAt: now },
      {
        ...{ passwordHash, mustChange },
        ...(totp ? { totpSecret: seal(sealingKey, totpPurpose(COUNTY, id), secret), totpConfirmedAt: now } : {}),
      },
    );
    if (role !== null && ROLES[role].bound === "nothing")
      await insertAppointment(tx, {
        ...{ id: newId(now), accountId: id, role, validFrom: "2020-01-01" },
        ...{ grantedBy: "test", grantedAt: now, confirmedBy: "test", confirmedAt: now },
      });
  });
  return { id, login, code: (ahead = 0) => codeOf(secret, new Date(office.clock.now.getTime() + ahead * 1000)) };
}

export const codeOf = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** The account is signed in by both steps. */
export async function signInFully(browser: Browser, { login, code }: TestAccount): Promise<void> {
  const first = await browser.post("/sign-in", { login, password: PASSWORD });
  if (first.json().next === "totp") await browser.post("/sign-in/totp", { code: code() });
}

/** Actions with outcomes and the reason, oldest first. */
export const recordsOf = (office: TestOffice, action: string): Promise<readonly (readonly [string, unknown])[]> =>
  office.asSystem(async (tx) => {
    const rows = await tx.select().from(record).orderBy(record.id);
    return rows.filter((row) => row.action === action).map((row) => [row.outcome, row.detail.why ?? null] as const);
  });

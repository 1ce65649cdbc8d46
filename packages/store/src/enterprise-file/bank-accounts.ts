/** The accounts that units are paid to: proposed, decided, replaced; the former ones stay. */
import type { BankAccountState } from "@zhengdui/casework";
import { and, asc, desc, eq, gt, type SQL } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { bankAccount } from "../schema/enterprise-file.ts";
import { enterprise } from "../schema/enterprises.ts";

export type BankAccountRow = typeof bankAccount.$inferSelect;
export type NewBankAccount = Pick<
  BankAccountRow,
  "uscc" | "holder" | "number" | "bankNumber" | "bankName" | "evidenceFile" | "proposedBy"
>;

/** null: a change of this unit is being looked at already. */
export async function proposeBankAccount(tx: Tx, one: NewBankAccount, now: Date): Promise<string | null> {
  const id = newId(now);
  const added = await tx
    .insert(bankAccount)
    .values({ ...one, id, proposedAt: now })
    .onConflictDoNothing()
    .returning({ id: bankAccount.id });
  return added[0]?.id ?? null;
}

/** The newest first. */
export const bankAccountsOf = (tx: Tx, uscc: string): Promise<BankAccountRow[]> =>
  tx.select().from(bankAccount).where(eq(bankAccount.uscc, uscc)).orderBy(desc(bankAccount.id));

const PAGE_ROWS = 50;

/** In the order of proposing; 50 and one more where there are more. The page is cut before anything is joined to it. */
export function listBankAccounts(tx: Tx, state: BankAccountState, after: string | undefined) {
  const conditions: SQL[] = [eq(bankAccount.state, state)];
  if (after !== undefined) conditions.push(gt(bankAccount.id, after));
  const page = tx
    .select()
    .from(bankAccount)
    .where(and(...conditions))
    .orderBy(asc(bankAccount.id))
    .limit(PAGE_ROWS + 1)
    .as("page");
  return tx
    .select({ account: page._.selectedFields, name: enterprise.name })
    .from(page)
    .innerJoin(enterprise, and(eq(enterprise.tenantId, page.tenantId), eq(enterprise.uscc, page.uscc)))
    .orderBy(asc(page.id));
}

/** Held until the transaction ends. */
export async function lockBankAccount(tx: Tx, id: string): Promise<BankAccountRow | null> {
  const [found] = await tx.select().from(bankAccount).where(eq(bankAccount.id, id)).for("update");
  return found ?? null;
}

export interface BankAccountDecided {
  readonly state: BankAccountState;
  readonly decidedBy: string;
  readonly reason: string | null;
}

/** Where it becomes the one in use, the one before is kept as replaced. */
export async function saveBankDecision(tx: Tx, one: BankAccountRow, decided: BankAccountDecided, now: Date): Promise<void> {
  if (decided.state === "confirmed")
    await tx
      .update(bankAccount)
      .set({ state: "replaced", replacedAt: now })
      .where(and(eq(bankAccount.uscc, one.uscc), eq(bankAccount.state, "confirmed")));
  await tx
    .update(bankAccount)
    .set({ ...decided, decidedAt: now })
    .where(eq(bankAccount.id, one.id));
}

/** A proposal that nobody has decided on yet; the account that proposed it. */
export async function withdrawProposal(
  tx: Tx,
  uscc: string,
  { by, reason, now }: { readonly by: string; readonly reason: string; readonly now: Date },
): Promise<string | null> {
  const [withdrawn] = await tx
    .update(bankAccount)
    .set({ state: "withdrawn", decidedBy: by, decidedAt: now, reason })
    .where(and(eq(bankAccount.uscc, uscc), eq(bankAccount.state, "proposed")))
    .returning({ proposedBy: bankAccount.proposedBy });
  return withdrawn?.proposedBy ?? null;
}

/** Writes down who did what, in the same transaction as the deed, or alone where the deed was refused. */
import { newId } from "./new-id.ts";
import type { Tx } from "./open-store.ts";
import { type RecordOutcome, record } from "./schema/enterprises.ts";

export interface Deed {
  readonly at: Date;
  readonly account: string | null;
  readonly roles: readonly string[];
  readonly action: string;
  readonly outcome: RecordOutcome;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly uscc?: string;
  readonly address?: string;
  /** No secrets, no personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export async function writeRecord(tx: Tx, deed: Deed): Promise<void> {
  await tx.insert(record).values({
    id: newId(deed.at),
    at: deed.at,
    accountId: deed.account,
    roles: [...deed.roles],
    action: deed.action,
    outcome: deed.outcome,
    subjectKind: deed.subject?.kind,
    subject: deed.subject?.id,
    uscc: deed.uscc,
    address: deed.address,
    detail: deed.detail ?? {},
  });
}

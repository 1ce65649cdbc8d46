/** Tells those of the office that something waits for them, in the transaction of what brought it. Whoever brought it doesn't see the office's people. */
import { type WaitingMatter, waitingWords } from "@zhengdui/casework";
import { accountsIn, type Tx, tell, withSystemReach } from "@zhengdui/store";

export interface Waiting {
  /** A sentence without names and figures: it stands in the office, and its kind in a mail. */
  readonly body: string;
  /** The town whose matter it is; null: no town's. */
  readonly territory?: string | null;
  /** Who brought it isn't told of it. */
  readonly by: string;
  readonly now: Date;
  readonly today: string;
}

export const tellWaiting = (tx: Tx, matter: WaitingMatter, { body, territory, by, now, today }: Waiting): Promise<void> =>
  withSystemReach(tx, async () => {
    const { roles, title, link, kind = matter } = waitingWords(matter);
    const accounts = await accountsIn(tx, { roles, today, territory: territory ?? null });
    await tell(
      tx,
      accounts.filter((one) => one !== by),
      { kind, title, body, link },
      now,
    );
  });

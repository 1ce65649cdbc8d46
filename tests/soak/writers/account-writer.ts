/** Proposes accounts to pay to and decides them: the one before is replaced in the same transaction. */
import type { Caller } from "../caller.ts";
import type { Deed, Note, Writer } from "../deeds.ts";
import { upload } from "../deeds.ts";

interface Account {
  readonly id: string;
  readonly number: string;
  readonly state: string;
}

export interface Unit {
  readonly uscc: string;
  readonly name: string;
}

export function accountWriter(legal: Caller, finance: Caller, { uscc, name }: Unit, note: Note): Writer {
  let made = 0;
  const path = `/units/${uscc}/bank-accounts`;
  const read = async () => (await legal.call<{ accounts: Account[] }>("GET", path)).accounts;
  const propose = async (): Promise<string> => {
    // One may be waiting whose answer was cut off.
    const [waiting] = (await finance.call<{ accounts: Account[] }>("GET", "/bank-accounts?state=proposed")).accounts;
    if (waiting !== undefined) return waiting.id;
    const evidence = await upload(legal, uscc, note);
    const number = String(6_222_020_000_000_000 + ++made);
    const details = { holder: name, number, bankNumber: "105100000017", bankName: "示例银行晋江支行", evidence };
    const { id } = await legal.call<Account>("POST", path, details);
    note("account", id, { number });
    return id;
  };
  return {
    name: "accounts",
    write: async () => {
      const id = await propose();
      const confirm = made % 3 !== 0;
      await finance.call("POST", `/bank-accounts/${id}/decision`, confirm ? { confirm } : { confirm, reason: "户名需要再核对" });
      note("account-decision", id, { confirm: String(confirm) });
    },
    missing: async (deeds) => {
      const known = new Map((await read()).map((one) => [one.id, one]));
      return deeds.filter((deed) => !isThere(deed, known.get(deed.id)));
    },
  };
}

function isThere({ kind, detail }: Deed, found: Account | undefined): boolean {
  if (found === undefined) return false;
  if (kind === "account") return found.number === detail.number;
  return detail.confirm === "true" ? ["confirmed", "replaced"].includes(found.state) : found.state === "refused";
}

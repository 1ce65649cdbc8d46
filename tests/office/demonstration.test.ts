/** The invented office that an empty database is filled with: people in every role, and work that lies there already, taken in the way all work is. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillDemonstration } from "../../apps/server/src/demonstration/fill-demonstration.ts";
import { findProduct } from "../../apps/server/src/find-product.ts";
import { fetchAnswers } from "../../apps/server/src/office/published-answers.ts";
import { loadRegisterKinds } from "../../apps/server/src/sheet/load-register-kinds.ts";
import { bankAccountFaults, claimFaults, mayDo, ROLES } from "../../packages/casework/src/index.ts";
import {
  awardsPage,
  bankAccountsOf,
  countWaiting,
  demonstrationPersons,
  findFile,
  listBankAccounts,
  listDisputes,
  migrate,
  openStore,
  pendingClaims,
  readFile,
  type Store,
  type Tx,
  unitStanding,
  versionsOf,
} from "../../packages/store/src/index.ts";
import { createTestDatabase, type TestDatabase } from "../database/test-postgres.ts";
import { COUNTY, MIGRATIONS } from "./test-office.ts";

const folder = join(import.meta.dirname, "..", "..", "demonstration");
const now = new Date("2026-11-25T02:00:00Z");

let database: TestDatabase;
let store: Store;
const files = mkdtempSync(join(tmpdir(), "zhengdui-demonstration-"));
beforeAll(async () => {
  database = await createTestDatabase();
  expect((await migrate(database.url, MIGRATIONS)).ok).toBe(true);
  const opened = await openStore({ url: database.url });
  const registers = loadRegisterKinds(findProduct().registers);
  if (!opened.ok || !registers.ok) throw new Error(JSON.stringify([opened, registers]));
  store = opened.value;
  const fill = () => fillDemonstration(store, database.url, { folder, files, registers: registers.value }, now);
  expect([await fill(), await fill()]).toEqual([true, false]);
});
afterAll(async () => {
  await store.close();
  await database.drop();
  rmSync(files, { recursive: true, force: true });
});

const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  store.within({ tenant: COUNTY, account: null, reach: "system" }, work);

it("has a person in every role", async () => {
  const persons = await asSystem(demonstrationPersons);
  const roles = new Set(persons.flatMap(({ appointments }) => appointments.map(({ role }) => role)));
  expect([...roles].sort()).toEqual(Object.keys(ROLES).sort());
});

it("has registers and awards in force, and contributions that the system alone doesn't see", async () => {
  const kinds = ["above-scale", "fiscal-contribution", "ledger-ours", "ledger-other"];
  const versions = await asSystem((tx) => versionsOf(tx, { kinds, limit: 20 }));
  expect(versions.map(({ kind, period }) => `${kind} ${period}`).sort()).toEqual([
    "above-scale 2022",
    "above-scale 2023",
    "ledger-other 2022",
    "ledger-ours 2022",
  ]);
  expect((await asSystem((tx) => awardsPage(tx, { limit: 20 }))).length).toBe(8);
});

it("has questions that wait, and answers for everybody beside their clauses", async () => {
  expect(await asSystem((tx) => countWaiting(tx, "consultations"))).toBe(2);
  const answers = await fetchAnswers(store, COUNTY, "jinjiang-2023-11");
  expect(answers.map(({ clause }) => clause).sort()).toEqual(["二（三）", "二（二）"]);
});

const today = "2026-11-25";

it.each([
  ["town", "unit-claims", "unit.confirm", 1],
  ["case-officer", "unit-claims", "unit.confirm", 1],
  ["case-officer", "disputes", "file.settle", 1],
  ["section-head", "disputes", "file.settle", 1],
  ["finance", "bank-accounts", "account.confirm", 1],
  ["section-head", "consultations", "consultation.answer", 2],
  ["security-admin", "keys", "key.confirm", 1],
] as const)("lets %s find %s waiting", async (role, kind, action, waiting) => {
  const persons = await asSystem(demonstrationPersons);
  const person = persons.find(({ appointments }) => appointments.some((one) => one.role === role));
  const appointed = (person?.appointments ?? []).map(({ uscc, territory, validFrom }) => {
    return { role, unit: uscc, territory, from: validFrom, to: null };
  });
  const reach = mayDo(appointed, action, today);
  if (person === undefined || reach === null) throw new Error(`nobody here is ${role}`);
  expect(await store.within({ tenant: COUNTY, account: person.account, reach }, (tx) => countWaiting(tx, kind))).toBe(waiting);
});

it("lets wait only what the office's own rules would have taken, proved by papers that open", async () => {
  await asSystem(async (tx) => {
    const [{ claim } = missing()] = await pendingClaims(tx, undefined);
    expect(claimFaults(claim.uscc, await unitStanding(tx, claim.uscc, today))).toEqual([]);
    const [{ account, name } = missing()] = await listBankAccounts(tx, "proposed", undefined);
    expect(bankAccountFaults(account, name)).toEqual([]);
    expect((await bankAccountsOf(tx, account.uscc)).map(({ state }) => state)).toEqual(["proposed", "confirmed"]);
    const [{ dispute } = missing()] = await listDisputes(tx, { state: "open" });
    for (const id of [claim.evidenceFile, account.evidenceFile, dispute.evidenceFile]) {
      const file = (await findFile(tx, id)) ?? missing();
      const bytes = await readFile(files, file.sha256, file.sizeBytes);
      expect(bytes).not.toBe(null);
      bytes?.destroy();
    }
  });
});

function missing(): never {
  throw new Error("nothing of the kind waits");
}

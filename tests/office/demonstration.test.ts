/** The invented office that an empty database is filled with: people in every role, and work that lies there already, taken in the way all work is. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillDemonstration } from "../../apps/server/src/demonstration/fill-demonstration.ts";
import { findProduct } from "../../apps/server/src/find-product.ts";
import { fetchAnswers } from "../../apps/server/src/office/published-answers.ts";
import { loadRegisterKinds } from "../../apps/server/src/sheet/load-register-kinds.ts";
import { ROLES } from "../../packages/casework/src/index.ts";
import {
  awardsPage,
  countWaiting,
  demonstrationPersons,
  migrate,
  openStore,
  type Store,
  type Tx,
  versionsOf,
} from "../../packages/store/src/index.ts";
import { createTestDatabase, type TestDatabase } from "../database/test-postgres.ts";
import { COUNTY, MIGRATIONS } from "./test-office.ts";

const folder = join(import.meta.dirname, "..", "..", "demonstration");
const now = new Date("2026-11-25T02:00:00Z");

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  expect((await migrate(database.url, MIGRATIONS)).ok).toBe(true);
  const opened = await openStore({ url: database.url });
  const registers = loadRegisterKinds(findProduct().registers);
  if (!opened.ok || !registers.ok) throw new Error(JSON.stringify([opened, registers]));
  store = opened.value;
  const fill = () => fillDemonstration(store, database.url, { folder, registers: registers.value }, now);
  expect([await fill(), await fill()]).toEqual([true, false]);
});
afterAll(async () => {
  await store.close();
  await database.drop();
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

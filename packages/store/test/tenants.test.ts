/** A county is there with its people, or not at all. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/database/test-postgres.ts";
import { MIGRATIONS } from "../../../tests/office/test-office.ts";
import { account, createTenant, migrate, newId, openCounty, openStore, type Store, type Tx, tenantsOf } from "../src/index.ts";

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, MIGRATIONS);
  const opened = await openStore({ url: database.url });
  if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
  store = opened.value;
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const county = { tenantId: "350582", name: "示例市", hosts: [], territories: [], demonstration: false };
const accounts = () =>
  store.within({ tenant: county.tenantId, account: null, reach: "system" }, (tx) => tx.select().from(account));
const addSomebody = async (tx: Tx) => {
  await tx.insert(account).values({ id: newId(), side: "admin", login: "system", name: "示例", createdAt: new Date() });
};

it("leaves nothing where filling it was cut short", async () => {
  const cut = createTenant(database.url, county, async (tx) => {
    await addSomebody(tx);
    throw new Error("cut short");
  });
  await expect(cut).rejects.toThrow("cut short");
  expect(await tenantsOf(store)).toEqual([]);
});

it("is made once: whoever comes second leaves it alone", async () => {
  const two = await Promise.all([
    createTenant(database.url, county, addSomebody),
    createTenant(database.url, county, addSomebody),
  ]);
  expect(two.sort()).toEqual([false, true]);
  expect(await accounts()).toHaveLength(1);
  const again = await openCounty(database.url, county, { log2N: 4, r: 8, p: 1 }, new Date());
  expect(again).toMatchObject({ ok: false, errors: [{ problem: "这个县（市）已经开立" }] });
});

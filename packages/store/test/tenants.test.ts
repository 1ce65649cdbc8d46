/** A county is there with its people, or not at all. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestStore, type TestStore } from "../../../tests/database/test-store.ts";
import { account, createTenant, newId, openCounty, type Tx, tenantsOf } from "../src/index.ts";

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

const county = { tenantId: "350582", name: "示例市", hosts: [], territories: [], demonstration: false };
const accounts = () =>
  opened.store.within({ tenant: county.tenantId, account: null, reach: "system" }, (tx) => tx.select().from(account));
const addSomebody = async (tx: Tx) => {
  await tx.insert(account).values({ id: newId(), side: "admin", login: "system", name: "示例", createdAt: new Date() });
};

it("leaves nothing where filling it was cut short", async () => {
  const cut = createTenant(opened.url, county, async (tx) => {
    await addSomebody(tx);
    throw new Error("cut short");
  });
  await expect(cut).rejects.toThrow("cut short");
  expect(await tenantsOf(opened.store)).toEqual([]);
});

it("is made once: whoever comes second leaves it alone", async () => {
  const two = await Promise.all([createTenant(opened.url, county, addSomebody), createTenant(opened.url, county, addSomebody)]);
  expect(two.sort()).toEqual([false, true]);
  expect(await accounts()).toHaveLength(1);
  const again = await openCounty(opened.url, county, { log2N: 4, r: 8, p: 1 }, new Date());
  expect(again).toMatchObject({ ok: false, errors: [{ problem: "这个县（市）已经开立" }] });
});

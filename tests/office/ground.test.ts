/** The ground of the office: who comes in, what a transaction sees, what is written down. */
import { enterprise, record } from "@zhengdui/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OTHER_COUNTY, openTestOffice, type TestOffice } from "./test-office.ts";

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
  await office.addEnterprise({ uscc: "91350582MA0000001A", name: "示例鞋业有限公司", territory: "陈埭镇" });
  await office.addEnterprise({ uscc: "91350582MA0000002B", name: "示例食品有限公司", territory: "安海镇" });
  await office.addEnterprise({ uscc: "91350583MA0000003C", name: "示例石材有限公司", territory: "水头镇", county: OTHER_COUNTY });
});
afterAll(() => office.close());

const namesSeen = (acting: Parameters<TestOffice["office"]["parts"]["store"]["within"]>[0]) =>
  office.office.parts.store.within(acting, async (tx) => {
    const rows = await tx.select().from(enterprise);
    return rows.map(({ name }) => name).sort();
  });

const reach = { scope: "self", units: [], territories: [], sees: [], roles: [] } as const;

describe("row-level security", () => {
  it("shows nothing where nobody said for whom one acts", async () => {
    expect(await namesSeen({ tenant: "", account: null, reach })).toEqual([]);
    expect(await namesSeen({ tenant: "350582", account: null, reach })).toEqual([]);
  });

  it("keeps counties, towns and units apart without any condition in the query", async () => {
    const all = ["示例食品有限公司", "示例鞋业有限公司"].sort();
    expect(await namesSeen({ tenant: "350582", account: null, reach: { ...reach, scope: "all" } })).toEqual(all);
    expect(await namesSeen({ tenant: OTHER_COUNTY, account: null, reach: "system" })).toEqual(["示例石材有限公司"]);
    const town = { ...reach, scope: "territory", territories: ["陈埭镇"] } as const;
    expect(await namesSeen({ tenant: "350582", account: null, reach: town })).toEqual(["示例鞋业有限公司"]);
    const own = { ...reach, scope: "own", units: ["91350582MA0000002B", "91350583MA0000003C"] } as const;
    expect(await namesSeen({ tenant: "350582", account: null, reach: own })).toEqual(["示例食品有限公司"]);
  });

  it("doesn't let the program change or delete what was recorded", async () => {
    const within = office.office.parts.store.within;
    const acting = { tenant: "350582", account: null, reach: "system" } as const;
    const refused = { cause: { message: expect.stringMatching(/permission denied/) } };
    await expect(within(acting, (tx) => tx.delete(record))).rejects.toMatchObject(refused);
    await expect(within(acting, (tx) => tx.update(record).set({ action: "x" }))).rejects.toMatchObject(refused);
  });
});

describe("who comes in", () => {
  it("answers who one is and what one may, and nothing to nobody", async () => {
    const officer = await office.person("case-officer");
    const me = await officer.client({ method: "GET", url: "/api/office/me" });
    expect(me.statusCode).toBe(200);
    expect(me.json()).toMatchObject({ side: "office", may: { "register.import": "all", "self.read": "self" } });
    expect(me.json().may["person.create"]).toBeUndefined();
    const nobody = await office.nobody({ method: "GET", url: "/api/office/me" });
    expect([nobody.statusCode, nobody.json()]).toEqual([401, { error: "请先登录。" }]);
  });

  it("doesn't take one county's session at another's address", async () => {
    const officer = await office.person("case-officer");
    const there = await officer.client({ method: "GET", url: "/api/office/me", headers: { host: "nanan.example" } });
    expect(there.statusCode).toBe(401);
  });

  it("ends a session that was idle for half an hour", async () => {
    const officer = await office.person("case-officer");
    const before = office.clock.now;
    office.clock.now = new Date(before.getTime() + 31 * 60_000);
    expect((await officer.client({ method: "GET", url: "/api/office/me" })).statusCode).toBe(401);
    office.clock.now = before;
    expect((await officer.client({ method: "GET", url: "/api/office/me" })).statusCode).toBe(401);
  });
});

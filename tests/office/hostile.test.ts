/** Somebody hostile at the office's door: strangers, those whose authority has ended, administrators beyond their duty, and inputs that no form sends. */
import { connect } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressKey } from "../../apps/server/src/access/address-key.ts";
import { buildApp } from "../../apps/server/src/build-app.ts";
import { consultation, credential, newId, record } from "../../packages/store/src/index.ts";
import { openBrowser } from "./browser.ts";
import { addAccount, PASSWORD, recordsOf } from "./test-account.ts";
import { COUNTY, OTHER_COUNTY, OTHER_HOST, openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";
import { uploaded, uploadFile } from "./upload-file.ts";

const SHOES = "91350582MA00001A5X";
const FOOD = "91350582MA00002A6X";
let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
  await office.addEnterprise({ uscc: SHOES, name: "示例鞋业有限公司", territory: "陈埭镇" });
  await office.addEnterprise({ uscc: FOOD, name: "示例食品有限公司", territory: "安海镇" });
  await office.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => office.close());

const get = (person: TestPerson, path: string) => person.client({ method: "GET", url: `/api/office${path}` });
const post = (person: TestPerson, path: string, payload: object = {}) =>
  person.client({ method: "POST", url: `/api/office${path}`, payload });

describe("a stranger", () => {
  it.each(["/registers/previews?kind=above-scale&period=2023&name=a.csv", "/consultations"])(
    "is turned away from %s before what he sends is taken in",
    async (path) => {
      const address = office.app.server.address();
      const port = typeof address === "object" ? (address?.port ?? 0) : 0;
      const socket = connect(port, "127.0.0.1");
      const heard = new Promise<string>((resolve) => socket.once("data", (bytes) => resolve(bytes.toString())));
      const silence = new Promise<string>((resolve) => setTimeout(() => resolve("silence"), 2_000));
      const type = path.startsWith("/registers") ? "text/csv" : "application/json";
      // Announced, begun, and never finished.
      socket.write(
        `POST /api/office${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ncontent-length: 40000\r\n\r\n{"a":1`,
      );
      expect(await Promise.race([heard, silence])).toContain("HTTP/1.1 401");
      socket.destroy();
    },
  );
});

describe("a guesser", () => {
  it("is counted by all processes together, and by his network where that is all his", async () => {
    const built = await buildApp({
      ...{ shelf: { policies: [], examples: [] } as never, web: office.office.parts.files, office: office.office.parts },
    });
    if (!built.ok) throw new Error(JSON.stringify(built.errors));
    const payload = { name: "示例经办", login: "x", password: PASSWORD };
    const statuses: number[] = [];
    for (let at = 0; at < 8; at++) {
      // Every process sees half of it, every address is another one of the same network.
      const answer = await (at % 2 === 0 ? office.app : built.value).inject({
        ...{ method: "POST", url: "/api/office/register", payload, remoteAddress: `2001:db8:1:2::${at + 1}` },
        headers: { host: "localhost", origin: "http://localhost" },
      });
      statuses.push(answer.statusCode);
    }
    await built.value.close();
    expect(statuses).toEqual([...Array(6).fill(422), 429, 429]);
    expect((await recordsOf(office, "register")).filter(([, why]) => why === "too-many")).toHaveLength(1);
  });

  it.each([
    ["10.0.0.1", "10.0.0.1"],
    ["::ffff:10.0.0.1", "10.0.0.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001::1", "2001:db8:1:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s counts as %s", (ip, key) => expect(addressKey(ip)).toBe(key));
});

describe("whose authority has ended", () => {
  it("no longer opens the unit's files, nor the claims' papers, that came by that hand", async () => {
    const head = await office.person("legal-representative", { unit: SHOES });
    const handler = await office.person("handler", { unit: SHOES });
    const own = await uploaded(handler.client);
    const paper = await uploaded(handler.client, SHOES);
    for (const id of [own, paper]) expect((await get(handler, `/files/${id}`)).statusCode).toBe(200);
    const { people } = (await get(head, `/units/${SHOES}/people`)).json();
    const { appointment } = people.find((one: { account: string }) => one.account === handler.account);
    expect((await post(head, `/units/${SHOES}/people/${appointment}/dismissal`)).statusCode).toBe(200);
    expect((await get(handler, `/files/${paper}`)).statusCode).toBe(404);
    expect((await get(handler, `/files/${own}`)).statusCode, "what is of no unit stays one's own").toBe(200);
    expect((await get(head, `/files/${paper}`)).statusCode).toBe(200);

    const officer = await office.person("case-officer");
    const guard = await office.person("security-admin");
    const evidence = await uploaded(officer.client, SHOES);
    const { persons } = (await get(guard, "/persons?q=case-officer")).json();
    const [role] = persons.find((one: { id: string }) => one.id === officer.account).appointments;
    const path = `/persons/${officer.account}/appointments/${role.id}`;
    expect((await guard.client({ method: "DELETE", url: `/api/office${path}` })).statusCode).toBe(200);
    expect((await get(officer, `/files/${evidence}`)).statusCode).toBe(404);
  });

  it.each(["the identity provider names another", "the account is closed"])(
    "invites nobody any more, though it was done before: %s",
    async (how) => {
      const head = await office.person("legal-representative", { unit: SHOES });
      const invitation = { role: "handler", invitee: "示例经办", from: "2026-11-25", to: "2027-11-24" };
      const deed = await uploaded(head.client, SHOES);
      const { token } = (await post(head, `/units/${SHOES}/invitations`, { ...invitation, deed })).json();
      const invited = await office.person("handler", { unit: FOOD });
      if (how === "the account is closed") {
        const admin = await office.person("system-admin");
        expect((await post(admin, `/persons/${head.account}/status`, { status: "disabled" })).statusCode).toBe(200);
      } else {
        const { appointmentsOfAccounts, endAppointment } = await import("../../packages/store/src/index.ts");
        await office.asSystem(async (tx) => {
          for (const { id } of await appointmentsOfAccounts(tx, [head.account]))
            await endAppointment(tx, id, head.account, "oidc:some", office.clock.now);
        });
      }
      const accepted = await post(invited, "/invitations/acceptance", { token });
      expect(accepted.statusCode).toBe(410);
      expect(accepted.json().error).toContain("已不是这家单位的法定代表人");
      expect((await get(invited, `/units/${SHOES}/people`)).statusCode).not.toBe(200);
    },
  );
});

describe("who locks somebody else's account", () => {
  it("doesn't keep its person out of a device that was trusted; a thief of the device has one guess", async () => {
    const victim = await addAccount(office, "security-admin", { totp: true });
    const [own, attacker] = [openBrowser(office), openBrowser(office)];
    await own.post("/sign-in", { login: victim.login, password: PASSWORD });
    expect((await own.post("/sign-in/totp", { code: victim.code(), trust: true })).json()).toEqual({ next: null });
    const guess = (browser = attacker) => browser.post("/sign-in", { login: victim.login, password: "wrong" });
    for (let times = 0; times < 6; times++) await guess();
    const right = { login: victim.login, password: PASSWORD };
    expect((await attacker.post("/sign-in", right)).statusCode, "locked").toBe(401);
    expect((await own.post("/sign-in", right)).json()).toEqual({ next: null });
    for (let times = 0; times < 6; times++) await guess();
    expect((await guess(own)).statusCode).toBe(401);
    expect((await own.post("/sign-in", right)).statusCode, "its one guess is used").toBe(401);
  });
});

describe("an administrator", () => {
  it("gives no password to an account that has none: its person would never notice", async () => {
    const admin = await office.person("system-admin");
    const person = await office.person("legal-representative", { unit: SHOES });
    await office.asSystem(async (tx) => {
      const { eq } = await import("drizzle-orm");
      const known = { issuer: "https://id.example", subject: person.account };
      await tx.update(credential).set(known).where(eq(credential.accountId, person.account));
    });
    expect((await post(admin, `/persons/${person.account}/password-reset`)).statusCode).toBe(409);
    expect((await get(person, "/me")).statusCode, "still signed in").toBe(200);
  });

  it("leaves a record that says which account, key and call was made", async () => {
    const admin = await office.person("system-admin");
    const form = { name: "示例平台", role: "case-officer", actions: ["package.read"], expiresOn: "2026-12-31" };
    const call = { name: "示例平台", url: "https://platform.example/hook", events: ["claim.decided"] };
    const made = [
      (await post(admin, "/keys", form)).json().id,
      (await post(admin, "/persons", { login: "someone.new", name: "示例新人", side: "office" })).json().id,
      (await post(admin, "/webhooks", call)).json().id,
    ];
    const written = await office.asSystem((tx) => tx.select({ subject: record.subject }).from(record));
    for (const id of made) expect(written).toContainEqual({ subject: id });
  });
});

describe("the program's own role in the database", () => {
  it("changes nothing of who may what, nor of how somebody came in", async () => {
    const person = await office.person("handler", { unit: SHOES });
    const claimed = await uploaded(person.client);
    const { makeCreditCode } = await import("../../packages/basics/src/index.ts");
    const uscc = makeCreditCode("91350582", "MA00077A") ?? "";
    expect((await post(person, "/unit-claims", { uscc, name: "示例有限公司", evidence: claimed })).statusCode).toBe(200);
    const forbidden = { cause: { code: "42501" } };
    for (const statement of [
      sql`update appointment set role = 'finance'`,
      sql`update appointment set valid_to = '2099-01-01', ended_at = null`,
      sql`update account set side = 'office'`,
      sql`update session set factors = '{totp}', expires_at = now() + interval '1 year'`,
      sql`update trusted_device set account_id = 'x'`,
      sql`update webhook set url = 'https://a.example/'`,
      sql`update file set uscc = null`,
      sql`update record set action = 'x'`,
      sql`delete from record`,
      sql`truncate record`,
      sql`alter table record disable row level security`,
    ])
      await expect(office.asSystem((tx) => tx.execute(statement))).rejects.toMatchObject(forbidden);
    const own = { scope: "self", units: [], territories: [], sees: [], roles: [] } as const;
    const acting = { tenant: COUNTY, account: person.account, reach: own };
    const decided = await office.office.parts.store.within(acting, (tx) =>
      tx.execute(sql`update unit_claim set state = 'confirmed' where uscc = ${uscc}`),
    );
    expect(decided.rowCount, "one's own claim").toBe(0);
  });
});

describe("who has only registered", () => {
  it("fills no disk with papers of no unit", async () => {
    const person = await office.person("handler", { unit: SHOES });
    for (let at = 0; at < 40; at++) await uploaded(person.client);
    expect((await uploadFile(person.client, {})).statusCode).toBe(429);
    expect((await uploadFile(person.client, { fields: { uscc: SHOES } })).statusCode).toBe(200);
  });
});

describe("input that no form sends", () => {
  const paths = [
    "/units/%00/people",
    "/units/a%00b/bank-accounts",
    "/enterprises/%00",
    "/enterprises/%00/facts/a/2024",
    "/persons?q=%00",
    "/persons?after=%00",
    "/records?unit=%00",
    "/records?login=%00",
    "/messages?before=%00",
    "/consultations?before=%00",
    "/disputes?uscc=%00",
    "/registers/versions?kind=%00",
    "/registers/versions?after=%00",
    "/registers/versions/%00/rows",
    "/ledger?invoice=%00a",
    "/ledger?project=%00a",
    "/ledger?payee=%00a",
    "/packages/%00",
    "/mappings?name=%00",
  ];
  it.each(paths)("%s is refused, and nothing breaks", async (path) => {
    for (const role of ["case-officer", "system-admin", "audit-admin", "legal-representative"] as const) {
      const person = await office.person(role, role === "legal-representative" ? { unit: SHOES } : {});
      expect((await get(person, path)).statusCode).toBeLessThan(500);
    }
  });

  it.each([
    ["case-officer", "POST", "/consultations", { policy: "a\0", question: "怎么报？", channel: "phone" }],
    ["case-officer", "POST", "/consultations", { policy: "请到 https://a.example 核对", question: "怎么报？", channel: "phone" }],
    ["case-officer", "POST", "/consultations", { policy: "a", question: "怎么报\0？", channel: "phone" }],
    ["case-officer", "PUT", "/consultations/x/answer", { answer: "好\0的" }],
    ["case-officer", "POST", "/registers/versions/x/undo", { reason: "错\0了" }],
    ["system-admin", "POST", "/webhooks", { name: "a\0", url: "https://a.example/", events: ["claim.decided"] }],
    ["system-admin", "DELETE", "/webhooks/%00", undefined],
    ["system-admin", "DELETE", "/keys/%00", undefined],
    ["system-admin", "POST", "/persons/%00/status", { status: "disabled" }],
    ["security-admin", "POST", "/persons/%00/unlock", undefined],
    ["legal-representative", "POST", `/units/${SHOES}/facts`, { fact: "a\0", year: 2024, value: 1 }],
    ["legal-representative", "POST", "/messages/read", { id: "\0" }],
    ["legal-representative", "POST", "/unit-claims", { uscc: "\0", name: "甲", evidence: "0".repeat(36) }],
    ["legal-representative", "POST", "/invitations/view", { token: "\0" }],
  ] as const)("%s %s %s is refused, and nothing breaks", async (role, method, path, payload) => {
    const person = await office.person(role, role === "legal-representative" ? { unit: SHOES } : {});
    const answer = await person.client({ method, url: `/api/office${path}`, ...(payload === undefined ? {} : { payload }) });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });

  it.each([
    ["nested", `{"fact":"applicant.employees","year":2024,"value":${"[".repeat(25_000)}${"]".repeat(25_000)}}`],
    ["__proto__", `{"__proto__":{"scope":"all"},"fact":"a","year":2024,"value":1}`],
    ["constructor", `{"fact":"constructor","year":2024,"value":{"constructor":{"prototype":{}}}}`],
    ["not JSON", "{"],
  ])("JSON that is %s is refused", async (_, payload) => {
    const person = await office.person("legal-representative", { unit: SHOES });
    const headers = { "content-type": "application/json" };
    const answer = await person.client({ method: "POST", url: `/api/office/units/${SHOES}/facts`, payload, headers });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
});

describe("what a county has published", () => {
  it("stands on its own host alone", async () => {
    const now = office.clock.now;
    for (const county of [COUNTY, OTHER_COUNTY])
      await office.asSystem(async (tx) => {
        const asked = { id: newId(now), policy: "jinjiang-2023-11", channel: "phone" as const, question: "？", askedAt: now };
        const told = { publicQuestion: `${county} 问`, publicAnswer: "答", publishedAt: now };
        await tx.insert(consultation).values({ ...asked, ...told });
      }, county);
    const url = "/api/policies/jinjiang-2023-11/questions";
    expect((await office.nobody({ method: "GET", url })).json()).toMatchObject([{ question: `${COUNTY} 问` }]);
    const there = await office.nobody({ method: "GET", url, headers: { host: OTHER_HOST } });
    expect(there.json()).toMatchObject([{ question: `${OTHER_COUNTY} 问` }]);
    expect((await office.nobody({ method: "GET", url: "/api/policies/%00/questions" })).statusCode).toBeLessThan(500);
  });
});

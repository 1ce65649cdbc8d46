/** Programs by key, the record, and the demonstration: what each opens, and to whom. */
import { eq } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiKey } from "../../packages/store/src/index.ts";
import { openBrowser } from "./browser.ts";
import { addAccount, recordsOf } from "./test-account.ts";
import { COUNTY, OTHER_HOST, openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";

let office: TestOffice;
let admin: TestPerson;
beforeAll(async () => {
  office = await openTestOffice();
  admin = await office.person("system-admin");
});
afterAll(() => office.close());

const send = (method: "GET" | "POST" | "DELETE", path: string, payload?: object, person = admin) =>
  person.client({ method, url: `/api/office${path}`, ...(payload === undefined ? {} : { payload }) });
const form = { name: "示例平台", role: "state-auditor", actions: ["record.read"], expiresOn: "2026-12-31" };
/** Made by the one administrator, and confirmed by the other. */
const makeKey = async () => {
  const made = await send("POST", "/keys", form);
  const guard = await office.person("security-admin");
  expect((await send("POST", `/keys/${made.json().id}/confirmation`, {}, guard)).statusCode).toBe(200);
  return made;
};
/** A program sends no origin and no cookies. */
const withKey = (key: string, path = "/records", host = "localhost") =>
  office.app.inject({ method: "GET", url: `/api/office${path}`, headers: { host, authorization: `Bearer ${key}` } });

describe("an API key", () => {
  it("is shown once, kept as a digest, and opens what it names", async () => {
    const made = await makeKey();
    const { id, key, prefix } = made.json();
    expect(key).toMatch(new RegExp(`^zd_${prefix}_[\\w-]{43}$`));
    expect((await withKey(key)).statusCode).toBe(200);
    const kept = JSON.stringify([await office.asSystem((tx) => tx.select().from(apiKey)), (await send("GET", "/keys")).json()]);
    expect(kept).toContain(prefix);
    expect(kept).not.toContain(key.split("_").slice(2).join("_"));
    const [shown] = (await send("GET", "/keys")).json().keys;
    expect(shown).toMatchObject({
      id,
      role: "state-auditor",
      actions: ["record.read"],
      revokedAt: null,
      usedAt: expect.any(String),
    });
    const lines = (await withKey(key, `/records?account=key:${id}`)).json().records;
    expect(lines[0]).toMatchObject({ action: "record.read", roles: ["state-auditor"], detail: { key: id } });
  });

  it("opens nothing else: no other action, no account, no other county, not changed, not after its end", async () => {
    const { key } = (await makeKey()).json();
    expect((await withKey(key, "/persons")).statusCode).toBe(403);
    expect((await withKey(key, "/me")).statusCode).toBe(403);
    expect((await withKey(key, "/self/sessions")).statusCode).toBe(403);
    expect((await withKey(key, "/records", OTHER_HOST)).statusCode).toBe(401);
    const last = key.at(-1) === "A" ? "B" : "A";
    expect((await withKey(`${key.slice(0, -1)}${last}`)).statusCode).toBe(401);
    expect((await withKey(`${key}x`)).statusCode).toBe(401);
    const before = office.clock.now;
    office.clock.now = new Date("2026-12-31T23:59:00+08:00");
    expect((await withKey(key)).statusCode, "the last day counts").toBe(200);
    office.clock.now = new Date("2027-01-01T00:00:00+08:00");
    expect((await withKey(key)).statusCode).toBe(401);
    office.clock.now = before;
  });

  it("opens nothing until the security administrator has confirmed it: a role isn't one administrator's to give", async () => {
    const { id, key } = (await send("POST", "/keys", form)).json();
    expect((await withKey(key)).statusCode).toBe(401);
    expect((await send("GET", "/keys")).json().keys).toContainEqual(expect.objectContaining({ id, confirmedAt: null }));
    expect((await send("POST", `/keys/${id}/confirmation`, {})).statusCode, "not by who made it").toBe(403);
    const guard = await office.person("security-admin");
    const twice = [1, 2].map(() => send("POST", `/keys/${id}/confirmation`, {}, guard));
    expect((await Promise.all(twice)).map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
    expect((await withKey(key)).statusCode).toBe(200);
    expect(await recordsOf(office, "key.confirm")).toContainEqual(["done", null]);
    const refused = (await send("POST", "/keys", form)).json();
    expect((await send("DELETE", `/keys/${refused.id}`, undefined, guard)).statusCode).toBe(200);
    expect((await send("POST", `/keys/${refused.id}/confirmation`, {}, guard)).statusCode).toBe(404);
  });

  it("can't be widened or prolonged by the program's own role in the database", async () => {
    const { id } = (await makeKey()).json();
    const change = (set: object) =>
      office.asSystem(async (tx) => {
        await tx.update(apiKey).set(set).where(eq(apiKey.id, id));
      });
    for (const set of [{ scopes: ["role:finance"] }, { expiresAt: new Date("2099-01-01") }, { hash: "x" }])
      await expect(change(set)).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("ends when it is revoked", async () => {
    const { id, key } = (await makeKey()).json();
    const guard = await office.person("security-admin");
    expect((await send("DELETE", `/keys/${id}`, undefined, guard)).statusCode).toBe(200);
    expect((await withKey(key)).statusCode).toBe(401);
    expect((await send("DELETE", `/keys/${id}`)).statusCode).toBe(404);
    expect((await send("POST", "/keys", form, guard)).statusCode, "not made by who revokes").toBe(403);
  });

  it.each([
    ["what its role may not", { actions: ["person.create"] }, "actions[0]"],
    ["one's own account", { actions: ["self.change"] }, "actions[0]"],
    ["an administrator", { role: "system-admin", actions: ["person.create"] }, "role"],
    ["an applicant's unit", { role: "handler", actions: ["file.read"] }, "role"],
    ["a town", { role: "town", actions: ["file.read"] }, "role"],
    ["yesterday", { expiresOn: "2026-11-24" }, "expiresOn"],
    ["for ever", { expiresOn: "2036-11-25" }, "expiresOn"],
  ])("isn't made for %s", async (_, more, path) => {
    const answer = await send("POST", "/keys", { ...form, ...more });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().problems.map((one: { path: string }) => one.path)).toContain(path);
  });

  it("isn't made by a form that asks for more", async () => {
    expect((await send("POST", "/keys", { ...form, scopes: ["*"] })).statusCode).toBe(400);
    expect((await send("POST", "/keys", { ...form, actions: ["everything"] })).statusCode).toBe(400);
  });
});

describe("the record", () => {
  it("is read by who audits, filtered and page by page, each line once", async () => {
    const auditor = await office.person("audit-admin");
    const read = async (query: string) => (await send("GET", `/records${query}`, undefined, auditor)).json();
    const { id } = await addAccount(office, null);
    for (let at = 0; at < 5; at++) {
      const browser = openBrowser(office);
      office.clock.now = new Date(office.clock.now.getTime() + 60_000);
      for (let times = 0; times < 25; times++) await browser.post("/sign-in", { login: "nobody-here", password: "x" });
    }
    const seen: string[] = [];
    let after: string | null = "";
    while (after !== null) {
      const page: { records: { id: string }[]; after: string | null } = await read(
        `?action=sign-in.password&outcome=refused${after === "" ? "" : `&after=${after}`}`,
      );
      expect(page.records.length).toBeLessThanOrEqual(100);
      seen.push(...page.records.map((line) => line.id));
      after = page.after;
    }
    expect(seen.length).toBeGreaterThanOrEqual(125);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await read(`?account=${id}`)).records).toEqual([]);
    const day = (await read("?from=2026-11-25&to=2026-11-25")).records;
    expect(day.length).toBeGreaterThan(0);
    expect((await read("?to=2026-11-24")).records).toEqual([]);
    expect((await read("?from=2027-01-02")).records).toEqual([]);
    expect((await read("?unit=91350582MA00E001XX")).records).toEqual([]);
    expect(JSON.stringify(await read("")), "what was typed isn't in it").not.toContain("nobody-here");
  });

  it("isn't read by others, and not by questions that aren't any", async () => {
    expect((await send("GET", "/records")).statusCode).toBe(403);
    const auditor = await office.person("state-auditor");
    expect((await send("GET", "/records?after=x", undefined, auditor)).statusCode).toBe(400);
    expect((await send("GET", "/records?from=yesterday", undefined, auditor)).statusCode).toBe(400);
    expect((await send("GET", "/records?order=at", undefined, auditor)).statusCode).toBe(400);
  });
});

describe("the demonstration", () => {
  const demonstrate = async (on: boolean) => {
    const client = new pg.Client({ connectionString: office.url });
    await client.connect();
    await client.query("update tenant set demonstration = $1 where tenant_id = $2", [on, COUNTY]);
    await client.end();
  };
  const here = { remoteAddress: "127.0.0.1" };
  const open = (browser: ReturnType<typeof openBrowser>, account: string, more: object = here) =>
    browser.send({ method: "POST", url: "/demonstration/sign-in", payload: { account }, ...more });

  it("is nowhere where the county isn't one of invented persons", async () => {
    const browser = openBrowser(office);
    expect((await browser.send({ method: "GET", url: "/demonstration", ...here })).statusCode).toBe(404);
    expect((await open(browser, admin.account)).statusCode).toBe(404);
    expect(await recordsOf(office, "demonstration.sign-in")).toContainEqual(["refused", null]);
  });

  it("lists and signs in as anybody, on this machine alone", async () => {
    await demonstrate(true);
    const browser = openBrowser(office);
    const listed = (await browser.send({ method: "GET", url: "/demonstration", ...here })).json();
    expect(listed.persons).toContainEqual(
      expect.objectContaining({ account: admin.account, roles: [expect.objectContaining({ label: "系统管理员" })] }),
    );
    expect((await browser.get("/demonstration")).statusCode, "from another machine").toBe(404);
    const proxied = { ...here, headers: { "x-forwarded-for": "10.0.0.1" } };
    expect((await open(browser, admin.account, proxied)).statusCode).toBe(404);
    const renamed = { ...here, headers: { host: "evil.example", origin: "http://evil.example" } };
    expect((await open(browser, admin.account, renamed)).statusCode).toBe(404);
    expect((await open(browser, admin.account)).json()).toEqual({ next: null });
    expect((await browser.get("/me")).json()).toMatchObject({ factors: ["demonstration"], may: { "person.create": "all" } });
    expect((await open(browser, "nobody")).statusCode).toBe(404);
    const registered = await addAccount(office, "case-officer");
    expect(listed.persons.length).toBeGreaterThan(0);
    const again = (await browser.send({ method: "GET", url: "/demonstration", ...here })).json();
    expect(again.persons.map(({ account }: { account: string }) => account)).not.toContain(registered.id);
    expect((await open(browser, registered.id)).statusCode, "who has a password").toBe(404);
    await demonstrate(false);
  });
});

/** Signing in at a real identity provider: what it vouches for, and what must not pass for its word. */
import { makeCreditCode } from "@zhengdui/basics";
import { isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { account, appointment, enterprise } from "../../packages/store/src/index.ts";
import { type Browser, openBrowser } from "./browser.ts";
import { CLIENT, type IdentityProvider, makeIdentityProvider } from "./identity-provider.ts";
import { recordsOf } from "./test-account.ts";
import { OTHER_HOST, openTestOffice, type TestOffice } from "./test-office.ts";

const claims = {};
const backAt = (id: string) => `http://localhost/api/office/sign-in/oidc/${id}/back`;
const UNIT = makeCreditCode("91350582", "MA00E001") ?? "";
const OTHER_UNIT = makeCreditCode("91350582", "MA00E002") ?? "";

let idp: IdentityProvider;
let late: IdentityProvider;
let office: TestOffice;
beforeAll(async () => {
  idp = await makeIdentityProvider([backAt("city"), backAt("misnamed")]);
  late = await makeIdentityProvider([backAt("late")]);
  await idp.start();
  const one = (id: string, issuer: string) => ({
    ...CLIENT,
    id,
    issuer,
    label: `示例${id}`,
    scope: "openid profile unit",
    claims,
  });
  office = await openTestOffice({
    providers: [
      one("city", idp.issuer),
      one("late", late.issuer),
      { ...one("misnamed", idp.issuer.replace("127.0.0.1", "localhost")) },
      { ...one("elsewhere", idp.issuer), tenant: "350583" },
    ],
  });
});
afterAll(async () => {
  await idp.stop();
  await late.stop();
  await office.close();
});

const begin = async (browser: Browser, id = "city", to = ""): Promise<string> =>
  String((await browser.get(`/sign-in/oidc/${id}${to}`)).headers.location);
/** Below /api/office, as the browser asks for it. */
const pathOf = (back: string): string => back.replace("http://localhost/api/office", "");
const goBack = (browser: Browser, back: string, headers = {}) =>
  browser.send({
    method: "GET",
    url: pathOf(back),
    headers: { origin: undefined, "sec-fetch-site": "cross-site", ...headers },
  });
const signIn = async (browser: Browser, person: string, to = "") =>
  goBack(browser, await idp.visit(await begin(browser, "city", to), person));
const isIn = async (browser: Browser) => (await browser.get("/me")).statusCode === 200;

describe("a person whom the provider vouches for", () => {
  it("gets an account, and the unit that it represents", async () => {
    idp.persons.set("p1", {
      name: "示例甲",
      unit_code: UNIT,
      unit_name: "示例雨伞有限公司",
      unit_capacity: "legal-representative",
    });
    const browser = openBrowser(office);
    const answer = await signIn(browser, "p1", "?to=/office/cases");
    expect([answer.statusCode, answer.headers.location]).toEqual([303, "/office/cases"]);
    expect((await browser.get("/me")).json()).toMatchObject({
      name: "示例甲",
      side: "applicant",
      factors: ["oidc"],
      appointments: [{ role: "legal-representative", unit: UNIT, territory: null, to: null }],
      may: { "unit.invite": "own" },
    });
    const again = openBrowser(office);
    await signIn(again, "p1");
    expect((await again.get("/me")).json().account).toBe((await browser.get("/me")).json().account);
    const kept = await office.asSystem((tx) => tx.select().from(appointment));
    expect(kept.filter(({ uscc }) => uscc === UNIT)).toHaveLength(1);
    const known = await office.asSystem((tx) => tx.select().from(enterprise));
    expect(known.map(({ uscc, name }) => [uscc, name])).toContainEqual([UNIT, "示例雨伞有限公司"]);
  });

  it("loses what the provider no longer says, and gets what it says now", async () => {
    const handler = { name: "示例乙", unit_name: "示例食品有限公司", unit_capacity: "handler" };
    const browser = openBrowser(office);
    const units = async () => {
      await signIn(browser, "p2");
      return (await browser.get("/me")).json().appointments.map(({ role, unit }: Record<string, string>) => [role, unit]);
    };
    idp.persons.set("p2", { ...handler, unit_code: UNIT });
    expect(await units()).toEqual([["handler", UNIT]]);
    idp.persons.set("p2", { ...handler, unit_code: OTHER_UNIT });
    expect(await units()).toEqual([["handler", OTHER_UNIT]]);
    idp.persons.set("p2", { ...handler, unit_code: OTHER_UNIT, unit_capacity: "visitor" });
    expect(await units()).toEqual([]);
    idp.persons.set("p2", { ...handler, unit_code: OTHER_UNIT });
    expect(await units()).toEqual([["handler", OTHER_UNIT]]);
    idp.persons.set("p2", { name: "示例乙" });
    expect(await units()).toEqual([]);
    expect(await office.asSystem((tx) => tx.select().from(appointment).where(isNull(appointment.endedAt)))).not.toContainEqual(
      expect.objectContaining({ uscc: OTHER_UNIT }),
    );
  });

  it("gets no unit by a code that isn't one", async () => {
    idp.persons.set("p3", { name: "示例丙", unit_code: `${UNIT.slice(0, 17)}I`, unit_name: "示例", unit_capacity: "handler" });
    const browser = openBrowser(office);
    expect((await signIn(browser, "p3")).statusCode).toBe(303);
    expect((await browser.get("/me")).json().appointments).toEqual([]);
  });

  it("is one account, however many first visits come at once", async () => {
    idp.persons.set("p4", { name: "示例丁", unit_code: UNIT, unit_name: "示例雨伞有限公司", unit_capacity: "handler" });
    const browsers = Array.from({ length: 3 }, () => openBrowser(office));
    const backs: string[] = [];
    for (const browser of browsers) backs.push(await idp.visit(await begin(browser), "p4"));
    const answers = await Promise.all(browsers.map((browser, at) => goBack(browser, backs[at] ?? "")));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
    const ids = await Promise.all(browsers.map(async (browser) => (await browser.get("/me")).json().account));
    expect(new Set(ids).size).toBe(1);
    idp.persons.set("p4", { name: "示例丁", unit_code: OTHER_UNIT, unit_name: "示例食品有限公司", unit_capacity: "handler" });
    const moved: string[] = [];
    for (const browser of browsers) moved.push(await idp.visit(await begin(browser), "p4"));
    await Promise.all(browsers.map((browser, at) => goBack(browser, moved[at] ?? "")));
    const live = await office.asSystem((tx) => tx.select().from(appointment).where(isNull(appointment.endedAt)));
    expect(live.filter(({ accountId }) => accountId === ids[0]).map(({ uscc }) => uscc)).toEqual([OTHER_UNIT]);
  });

  it("doesn't come in once the account is disabled", async () => {
    idp.persons.set("p5", { name: "示例戊" });
    const browser = openBrowser(office);
    await signIn(browser, "p5");
    await office.asSystem((tx) => tx.update(account).set({ status: "disabled" }));
    expect(await isIn(browser)).toBe(false);
    const answer = await signIn(browser, "p5");
    expect([answer.statusCode, answer.json()]).toEqual([403, { error: "这个账号已停用，请联系系统管理员。" }]);
    await office.asSystem((tx) => tx.update(account).set({ status: "active" }));
  });
});

describe("what isn't the provider's word", () => {
  const seen = new Map<string, number>();
  /** `why`: it must be this check that refuses, and not another one before it. */
  const refused = async (answer: { statusCode: number; json: () => unknown }, browser: Browser, words: RegExp, why: RegExp) => {
    expect([answer.statusCode, answer.json()]).toEqual([403, { error: expect.stringMatching(words) }]);
    expect(await isIn(browser)).toBe(false);
    const records = await recordsOf(office, "sign-in.oidc");
    const all = records.filter(([outcome, because]) => outcome === "refused" && why.test(String(because))).length;
    expect(all, `recorded with ${why}; there are ${JSON.stringify(records)}`).toBeGreaterThan(seen.get(why.source) ?? 0);
    seen.set(why.source, all);
  };
  const change = (address: string, name: string, value: string) => {
    const url = new URL(address);
    url.searchParams.set(name, value);
    return url.href;
  };

  it("a state that isn't this browser's", async () => {
    const browser = openBrowser(office);
    const back = await idp.visit(await begin(browser), "p1");
    await refused(await goBack(browser, change(back, "state", "another")), browser, /核对不上/, /"state"/);
  });

  it("a way back that another browser began (login CSRF)", async () => {
    const [attacker, victim] = [openBrowser(office), openBrowser(office)];
    const back = await idp.visit(await begin(attacker), "p1");
    await refused(await goBack(victim, back), victim, /不是从本机的登录页开始的/, /no-cookie/);
    await begin(victim);
    await refused(await goBack(victim, back), victim, /核对不上/, /"state"/);
  });

  it("a code that was got for another browser (code injection)", async () => {
    const [attacker, victim] = [openBrowser(office), openBrowser(office)];
    const code = new URL(await idp.visit(await begin(victim), "p1")).searchParams.get("code") ?? "";
    const own = await idp.visit(await begin(attacker), "p2");
    await refused(await goBack(attacker, change(own, "code", code)), attacker, /核对不上/, /error|grant|OAuth/);
  });

  it("a nonce that isn't this browser's", async () => {
    const browser = openBrowser(office);
    const location = change(await begin(browser), "nonce", "another-nonce-than-it-was-sent-with");
    await refused(await goBack(browser, await idp.visit(location, "p1")), browser, /核对不上/, /"nonce"/);
  });

  it("a code that was used", async () => {
    const browser = openBrowser(office);
    const token = async () => {
      const location = await begin(browser);
      return { location, cookie: browser.cookies.get("zhengdui-oidc") ?? "" };
    };
    const { location, cookie } = await token();
    const back = await idp.visit(location, "p1");
    expect((await goBack(browser, back)).statusCode).toBe(303);
    await browser.post("/sign-out");
    browser.cookies.set("zhengdui-oidc", cookie);
    await refused(await goBack(browser, back), browser, /已经用过/, /no-attempt/);
    // The same code under a fresh attempt: the provider and PKCE refuse.
    const fresh = await idp.visit(await begin(browser), "p1");
    const code = new URL(back).searchParams.get("code") ?? "";
    await refused(await goBack(browser, change(fresh, "code", code)), browser, /核对不上/, /error|grant|OAuth/);
  });

  it("an answer in another issuer's name", async () => {
    const browser = openBrowser(office);
    const back = await idp.visit(await begin(browser), "p1");
    await refused(await goBack(browser, change(back, "iss", "https://elsewhere.example")), browser, /核对不上/, /"iss"/);
  });

  it("a provider that calls itself otherwise than the office knows it", async () => {
    const answer = await openBrowser(office).get("/sign-in/oidc/misnamed");
    expect([answer.statusCode, answer.json().error]).toEqual([503, expect.stringContaining("暂时连不上")]);
  });

  it("an answer after too long", async () => {
    const browser = openBrowser(office);
    const back = await idp.visit(await begin(browser), "p1");
    office.clock.now = new Date(office.clock.now.getTime() + 601_000);
    await refused(await goBack(browser, back), browser, /过了时间/, /no-attempt/);
  });

  it("a refusal at the provider; and its words aren't repeated", async () => {
    const browser = openBrowser(office);
    await refused(
      await goBack(browser, await idp.visit(await begin(browser), null)),
      browser,
      /没有允许这次登录/,
      /not-authorized/,
    );
    const location = await begin(browser);
    const state = new URL(location).searchParams.get("state") ?? "";
    const said = `${backAt("city")}?error=x&error_description=<script>&state=${state}&iss=${encodeURIComponent(idp.issuer)}`;
    const page = await goBack(browser, said, { accept: "text/html" });
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.body).toContain("没有允许这次登录");
    expect(page.body).not.toContain("script");
  });
});

describe("where it leads", () => {
  it.each([
    ["https://elsewhere.example/", "/office"],
    ["//elsewhere.example/", "/office"],
    ["/\\elsewhere.example", "/office"],
    ["/office\r\nset-cookie: x=1", "/office"],
    ["/\t/elsewhere.example", "/office"],
    ["/.//elsewhere.example", "/office"],
    ["javascript:alert(1)", "/office"],
    ["/office/cases?year=2026#x", "/office/cases?year=2026#x"],
  ])("to=%j goes to %s", async (to, location) => {
    const browser = openBrowser(office);
    const answer = await signIn(browser, "p1", `?to=${encodeURIComponent(to)}`);
    expect(answer.headers.location).toBe(location);
    expect(JSON.stringify(answer.headers["set-cookie"])).not.toContain("x=1");
  });

  it("is the provider that is configured, or nowhere", async () => {
    expect((await openBrowser(office).get("/sign-in/oidc/unknown")).statusCode).toBe(404);
    expect((await openBrowser(office).get("/sign-in/oidc/elsewhere")).statusCode).toBe(404);
    expect((await openBrowser(office, OTHER_HOST).get("/sign-in")).json().providers).toHaveLength(4);
    const forged = await openBrowser(office).get("/sign-in/oidc/city", { host: "evil.example" });
    await expect(idp.visit(String(forged.headers.location), "p1")).rejects.toThrow(/redirect_uri/);
  });
});

describe("a provider that is down at the start", () => {
  it("is told so, keeps nobody else out, and works once it is there", async () => {
    const browser = openBrowser(office);
    const down = await browser.get("/sign-in/oidc/late");
    expect([down.statusCode, down.json()]).toEqual([503, { error: "示例late暂时连不上，请稍后再试，或用登录名和口令登录。" }]);
    expect(await recordsOf(office, "sign-in.oidc.begin")).toContainEqual(["refused", "away"]);
    expect((await browser.get("/sign-in/oidc/city")).statusCode).toBe(303);
    await late.start();
    late.persons.set("l1", { name: "示例己" });
    const back = await late.visit(await begin(browser, "late"), "l1");
    await late.stop();
    expect((await goBack(browser, back)).statusCode, "down again while one is there").toBe(503);
    await late.start();
    expect((await goBack(browser, await late.visit(await begin(browser, "late"), "l1"))).statusCode).toBe(303);
    expect(await isIn(browser)).toBe(true);
  });
});

/** One's own account, and what administrators do with those of others: opened, appointed, locked out, let in again. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, openBrowser } from "./browser.ts";
import { addAccount, codeOf, PASSWORD, recordsOf, signInFully } from "./test-account.ts";
import { OTHER_COUNTY, OTHER_HOST, openTestOffice, type TestOffice } from "./test-office.ts";

const OTHER_PASSWORD = "傍晚码头的风很大 typhoon";

let office: TestOffice;
let system: Browser;
let security: Browser;
beforeAll(async () => {
  office = await openTestOffice();
  system = openBrowser(office);
  security = openBrowser(office);
  await signInFully(system, await addAccount(office, "system-admin", { totp: true }));
  await signInFully(security, await addAccount(office, "security-admin", { totp: true }));
});
afterAll(() => office.close());

const signIn = (browser: Browser, login: string, password = PASSWORD) => browser.post("/sign-in", { login, password });
const isIn = async (browser: Browser) => (await browser.get("/me")).statusCode === 200;
const inBrowser = async (role: Parameters<typeof addAccount>[1], totp = true) => {
  const someone = await addAccount(office, role, { totp });
  const browser = openBrowser(office);
  await signInFully(browser, someone);
  return { ...someone, browser };
};
/** Codes count once: the next one. */
const nextCode = ({ code }: { code: (ahead?: number) => string }) => {
  office.clock.now = new Date(office.clock.now.getTime() + 30_000);
  return code();
};

describe("a new member of staff", () => {
  it("comes from nothing to work, by two administrators' hands", async () => {
    const made = await system.post("/persons", { login: "New.Officer", name: "示例新人", side: "office" });
    const { id, password } = made.json();
    expect([made.statusCode, password]).toEqual([200, expect.stringMatching(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/)]);
    const browser = openBrowser(office);
    expect((await signIn(browser, "new.officer", password)).json()).toEqual({ next: "password" });
    expect((await browser.get("/messages-or-anything-else")).statusCode).not.toBe(200);
    const early = await browser.post("/self/password", { current: password, password });
    expect(early.json().error).toBe("新口令和原来的一样。");
    const changed = await browser.post("/self/password", { current: password, password: OTHER_PASSWORD });
    expect(changed.json()).toEqual({ next: "enrol" });
    const { secret } = (await browser.post("/self/totp", { password: OTHER_PASSWORD })).json();
    await browser.post("/self/totp/confirm", { code: codeOf(secret, office.clock.now) });
    expect((await browser.get("/me")).json()).toMatchObject({ appointments: [] });
    expect((await browser.get("/persons")).statusCode, "no role yet").toBe(403);
    const given = await security.post(`/persons/${id}/appointments`, { role: "case-officer" });
    expect(given.statusCode).toBe(200);
    expect((await browser.get("/me")).json().may).toMatchObject({ "register.import": "all" });
    const list = (await security.get("/persons?q=new.off")).json();
    expect(list.persons).toMatchObject([
      { login: "new.officer", totp: true, mustChange: false, appointments: [{ label: "经办人" }] },
    ]);
    const gone = await security.send({ method: "DELETE", url: `/persons/${id}/appointments/${given.json().id}` });
    expect(gone.statusCode).toBe(200);
    expect((await browser.get("/me")).json().may["register.import"]).toBeUndefined();
  });

  it("does nothing but its own account before the password for one use is changed, even with a code", async () => {
    const someone = await addAccount(office, "security-admin", { totp: true, mustChange: true });
    const browser = openBrowser(office);
    await signIn(browser, someone.login);
    expect((await browser.post("/sign-in/totp", { code: someone.code() })).json()).toEqual({ next: "password" });
    const answer = await browser.get("/persons");
    expect([answer.statusCode, answer.json().error]).toEqual([403, "一次性口令只能用来登录，请先改成您自己的口令。"]);
    await browser.post("/self/password", { current: PASSWORD, password: OTHER_PASSWORD });
    expect((await browser.get("/persons")).statusCode).toBe(200);
  });

  it("has a week for the password", async () => {
    const { password } = (await system.post("/persons", { login: "too-late", name: "示例", side: "office" })).json();
    const before = office.clock.now;
    office.clock.now = new Date(before.getTime() + 7 * 86_400_000);
    const late = await signIn(openBrowser(office), "too-late", password);
    office.clock.now = before;
    expect([late.statusCode, late.json().error]).toEqual([403, "一次性口令已过期，请联系系统管理员重新开立。"]);
  });

  it("is refused where the form is wrong or asks for more", async () => {
    const form = { login: "another-one", name: "示例", side: "office" };
    expect((await system.post("/persons", { ...form, login: "x" })).statusCode).toBe(422);
    expect((await system.post("/persons", { ...form, side: "applicant" })).statusCode).toBe(400);
    expect((await system.post("/persons", { ...form, mustChange: false })).statusCode).toBe(400);
    expect((await system.post("/persons", { ...form, name: "a\r\nb" })).statusCode).toBe(400);
    await system.post("/persons", form);
    expect((await system.post("/persons", form)).statusCode).toBe(409);
  });
});

describe("roles", () => {
  const appoint = (browser: Browser, id: string, role: string, more = {}) =>
    browser.post(`/persons/${id}/appointments`, { role, ...more });

  it("are given by the security administrator, not by the system administrator", async () => {
    const { id } = await addAccount(office, "finance");
    expect((await appoint(system, id, "case-officer")).statusCode).toBe(403);
    expect((await security.post("/persons", { login: "whoever", name: "示例", side: "office" })).statusCode).toBe(403);
  });

  it("aren't given to oneself", async () => {
    const me = (await security.get("/me")).json().account;
    const answer = await appoint(security, me, "audit-admin");
    expect([answer.statusCode, answer.json().error]).toEqual([409, "不能给自己授予角色，请由另一位安全管理员办理。"]);
  });

  it.each([
    ["an audit and a case", "case-officer", "state-auditor", {}, /审计的人不办件/],
    ["two administrators in one", "system-admin", "security-admin", {}, /职责要分开/],
    ["office work and administration", "case-officer", "system-admin", {}, /各用各的账号/],
    ["an applicant's role", "case-officer", "handler", {}, /不在这里授予/],
    ["a town without its name", "case-officer", "town", {}, /哪个镇/],
    ["a town for a role that has none", "case-officer", "finance", { territory: "陈埭镇" }, /不限于/],
    ["an end before the beginning", "case-officer", "finance", { from: "2027-01-02", to: "2027-01-01" }, /早于/],
    ["the same role twice", "case-officer", "case-officer", {}, /已是经办人/],
  ] as const)("aren't given: %s", async (_, held, wanted, more, words) => {
    const { id } = await addAccount(office, held);
    const answer = await appoint(security, id, wanted, more);
    expect([answer.statusCode, answer.json().error]).toEqual([409, expect.stringMatching(words)]);
  });

  it("are given in a town of the county alone", async () => {
    const { id } = await addAccount(office, "case-officer");
    const answer = await appoint(security, id, "town", { territory: "水头镇" });
    expect([answer.statusCode, answer.json().problems]).toMatchObject([422, [{ path: "territory" }]]);
  });

  it("that conflict aren't both given, though they come at once", async () => {
    const { json } = await system.post("/persons", { login: "torn-between", name: "示例", side: "office" });
    const { id } = json();
    // So many connections are there that neither waits for one.
    await Promise.all(Array.from({ length: 8 }, () => security.get("/persons?q=nobody")));
    const answers = await Promise.all([appoint(security, id, "case-officer"), appoint(security, id, "state-auditor")]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

describe("who is out", () => {
  it("is out at once when the account is disabled", async () => {
    const { id, login, browser, code } = await inBrowser("finance");
    expect((await system.post(`/persons/${id}/status`, { status: "disabled" })).statusCode).toBe(200);
    expect(await isIn(browser)).toBe(false);
    expect((await signIn(browser, login)).statusCode).toBe(401);
    await system.post(`/persons/${id}/status`, { status: "active" });
    await signIn(browser, login);
    await browser.post("/sign-in/totp", { code: nextCode({ code }) });
    expect(await isIn(browser)).toBe(true);
    const me = (await system.get("/me")).json().account;
    expect((await system.post(`/persons/${me}/status`, { status: "disabled" })).statusCode).toBe(403);
  });

  it("is let in again by unlocking", async () => {
    const { id, login } = await addAccount(office, null);
    for (let at = 0; at < 5; at++) await signIn(openBrowser(office), login, "wrong");
    expect((await signIn(openBrowser(office), login)).statusCode).toBe(401);
    expect((await security.post(`/persons/${id}/unlock`)).statusCode).toBe(200);
    expect((await signIn(openBrowser(office), login)).statusCode).toBe(200);
  });

  it("enrols anew once the second factor is reset, and nothing older opens", async () => {
    const { id, login, browser } = await inBrowser("finance");
    expect((await system.post(`/persons/${id}/totp-reset`)).statusCode, "not by who resets passwords").toBe(403);
    expect((await security.post(`/persons/${id}/totp-reset`)).statusCode).toBe(200);
    expect(await isIn(browser)).toBe(false);
    expect((await signIn(browser, login)).json()).toEqual({ next: "enrol" });
  });

  it("gets a new password for one use, but still needs the code", async () => {
    const { id, login, browser, code } = await inBrowser("finance");
    expect((await security.post(`/persons/${id}/password-reset`)).statusCode, "not by who resets factors").toBe(403);
    const { password } = (await system.post(`/persons/${id}/password-reset`)).json();
    expect(await isIn(browser)).toBe(false);
    expect((await signIn(browser, login)).statusCode).toBe(401);
    expect((await signIn(browser, login, password)).json()).toEqual({ next: "totp" });
    expect((await browser.post("/sign-in/totp", { code: nextCode({ code }) })).json()).toEqual({ next: "password" });
  });

  it("isn't of another county", async () => {
    const there = await office.person("security-admin", { county: OTHER_COUNTY });
    const { id, login } = await addAccount(office, "finance");
    const send = (method: "GET" | "POST", path: string) => there.client({ method, url: `/api/office${path}` });
    expect((await send("POST", `/persons/${id}/unlock`)).statusCode).toBe(404);
    expect((await send("GET", `/persons?q=${login}`)).json().persons).toEqual([]);
    const browser = openBrowser(office, OTHER_HOST);
    expect((await signIn(browser, login)).statusCode).toBe(401);
  });
});

describe("one's own account", () => {
  it("ends every session and trusted device when the password changes, but for the one that changed it", async () => {
    const someone = await addAccount(office, "finance", { totp: true });
    const [one, other] = [openBrowser(office), openBrowser(office)];
    await signIn(one, someone.login);
    await one.post("/sign-in/totp", { code: someone.code(), trust: true });
    const again = openBrowser(office);
    again.cookies.set("zhengdui-device", one.cookies.get("zhengdui-device") ?? "");
    expect((await signIn(again, someone.login)).json(), "a trusted device gives no code").toEqual({ next: null });
    expect((await again.get("/me")).json().factors).toEqual(["password", "device"]);
    expect((await signIn(again, someone.login, "wrong")).statusCode, "but the password").toBe(401);
    await signIn(other, someone.login);
    await other.post("/sign-in/totp", { code: nextCode(someone) });
    expect((await one.get("/self/devices")).json().devices).toMatchObject([{ name: "示例浏览器" }]);
    const wrong = await one.post("/self/password", { current: "wrong", password: OTHER_PASSWORD });
    expect([wrong.statusCode, wrong.json().error]).toEqual([422, expect.stringContaining("现在的口令不正确")]);
    const before = one.cookies.get("zhengdui-session");
    expect((await one.post("/self/password", { current: PASSWORD, password: OTHER_PASSWORD })).json()).toEqual({ next: null });
    expect(one.cookies.get("zhengdui-session")).not.toBe(before);
    expect([await isIn(one), await isIn(other), await isIn(again)]).toEqual([true, false, false]);
    expect((await signIn(again, someone.login, OTHER_PASSWORD)).json()).toEqual({ next: "totp" });
    expect(await recordsOf(office, "self.change")).toContainEqual(["refused", null]);
  });

  it("trusts a device for thirty days, and only for its own account", async () => {
    const [someone, another] = [
      await addAccount(office, "finance", { totp: true }),
      await addAccount(office, "finance", { totp: true }),
    ];
    const browser = openBrowser(office);
    await signIn(browser, someone.login);
    await browser.post("/sign-in/totp", { code: someone.code(), trust: true });
    expect((await signIn(browser, another.login)).json()).toEqual({ next: "totp" });
    const before = office.clock.now;
    office.clock.now = new Date(before.getTime() + 30 * 86_400_000 - 1000);
    expect((await signIn(browser, someone.login)).json()).toEqual({ next: null });
    office.clock.now = new Date(before.getTime() + 30 * 86_400_000);
    expect((await signIn(browser, someone.login)).json()).toEqual({ next: "totp" });
    office.clock.now = before;
    await signIn(browser, someone.login);
    const [{ handle }] = (await browser.get("/self/devices")).json().devices;
    expect((await browser.send({ method: "DELETE", url: `/self/devices/${handle}` })).statusCode).toBe(200);
    expect((await signIn(browser, someone.login)).json()).toEqual({ next: "totp" });
  });

  it("counts wrong passwords inside as it does outside", async () => {
    const { browser } = await inBrowser(null, false);
    const statuses = [];
    for (let at = 0; at < 6; at++) statuses.push((await browser.post("/self/totp", { password: `wrong ${at}` })).statusCode);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 423]);
    expect((await browser.post("/self/totp", { password: PASSWORD })).statusCode).toBe(423);
  });

  it("lists sessions and ends one, or all others; never another's", async () => {
    const { login, browser } = await inBrowser(null, false);
    const [second, third] = [openBrowser(office), openBrowser(office)];
    for (const one of [second, third]) await signIn(one, login);
    const { sessions } = (await browser.get("/self/sessions")).json();
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ here }: { here: boolean }) => here)).toHaveLength(1);
    const at = sessions.find(({ address }: { address: string }) => address === second.address);
    const stranger = await inBrowser(null, false);
    const end = (one: Browser) => one.send({ method: "DELETE", url: `/self/sessions/${at.handle}` });
    expect((await end(stranger.browser)).statusCode).toBe(404);
    expect(await isIn(second)).toBe(true);
    expect((await end(browser)).statusCode).toBe(200);
    expect(await isIn(second)).toBe(false);
    expect((await browser.post("/self/sessions/end-others")).json()).toEqual({ ended: 1 });
    expect([await isIn(browser), await isIn(third)]).toEqual([true, false]);
  });

  it("isn't changed from another site's page", async () => {
    const { browser } = await inBrowser(null, false);
    const answer = await browser.post(
      "/self/password",
      { current: PASSWORD, password: OTHER_PASSWORD },
      { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
    );
    expect(answer.statusCode).toBe(403);
  });

  it("tells how it stands", async () => {
    const { browser } = await inBrowser("finance");
    expect((await browser.get("/self")).json()).toMatchObject({
      mustChange: false,
      hasPassword: true,
      totp: true,
      recoveryCodesLeft: 0,
    });
  });
});

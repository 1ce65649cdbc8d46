/** The way in by login, password and code: each step, and each way around it that must be closed. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { credential } from "../../packages/store/src/index.ts";
import { type Browser, openBrowser } from "./browser.ts";
import { addAccount, codeOf, PASSWORD, recordsOf, signInFully } from "./test-account.ts";
import { openTestOffice, type TestOffice } from "./test-office.ts";

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const later = (seconds: number) => {
  office.clock.now = new Date(office.clock.now.getTime() + seconds * 1000);
};
const signIn = (browser: Browser, login: string, password = PASSWORD) => browser.post("/sign-in", { login, password });
const isIn = async (browser: Browser) => (await browser.get("/me")).statusCode === 200;
const answerOf = ({ statusCode, body }: { statusCode: number; body: string }) => [statusCode, JSON.parse(body)];

const SESSION = "zhengdui-session";

describe("signing in", () => {
  it("takes an applicant by password, whatever the case of the login", async () => {
    const { login } = await addAccount(office, null);
    const browser = openBrowser(office);
    expect(answerOf(await signIn(browser, ` ${login.toUpperCase()} `))).toEqual([200, { next: null }]);
    expect((await browser.get("/me")).json()).toMatchObject({ login, side: "applicant", factors: ["password"] });
  });

  it("takes staff by password and code, and half of it opens nothing", async () => {
    const someone = await addAccount(office, "case-officer", { totp: true });
    const browser = openBrowser(office);
    expect((await signIn(browser, someone.login)).json()).toEqual({ next: "totp" });
    for (const path of ["/me", "/self", "/self/sessions", "/persons"]) expect((await browser.get(path)).statusCode).toBe(401);
    expect((await browser.post("/self/password", { current: PASSWORD, password: "x" })).statusCode).toBe(401);
    expect((await browser.post("/self/totp", { password: PASSWORD })).statusCode).toBe(401);
    const half = browser.cookies.get(SESSION);
    expect((await browser.post("/sign-in/totp", { code: someone.code() })).json()).toEqual({ next: null });
    expect((await browser.get("/me")).json()).toMatchObject({ factors: ["password", "totp"] });
    expect(browser.cookies.get(SESSION)).not.toBe(half);
    const thief = openBrowser(office);
    thief.cookies.set(SESSION, half ?? "");
    expect(await isIn(thief)).toBe(false);
    later(30);
    expect((await thief.post("/sign-in/totp", { code: someone.code() })).statusCode, "a half session is used once").toBe(401);
  });

  it("lets the time for the code run out", async () => {
    const someone = await addAccount(office, "case-officer", { totp: true });
    const browser = openBrowser(office);
    await signIn(browser, someone.login);
    later(601);
    expect(answerOf(await browser.post("/sign-in/totp", { code: someone.code() }))).toEqual([
      401,
      { error: "请从登录名和口令重新开始。" },
    ]);
  });

  it("makes staff without a second factor set one up first", async () => {
    const someone = await addAccount(office, "case-officer");
    const browser = openBrowser(office);
    expect((await signIn(browser, someone.login)).json()).toEqual({ next: "enrol" });
    const { secret, uri } = (await browser.post("/self/totp", { password: PASSWORD })).json();
    expect(uri).toContain(`secret=${secret}`);
    expect((await browser.post("/self/totp/confirm", { code: "000000" })).statusCode).toBe(422);
    const before = browser.cookies.get(SESSION);
    const confirmed = await browser.post("/self/totp/confirm", { code: codeOf(secret, office.clock.now) });
    expect(confirmed.json()).toMatchObject({ next: null, recoveryCodes: { length: 10 } });
    expect(browser.cookies.get(SESSION)).not.toBe(before);
    expect((await browser.get("/me")).json()).toMatchObject({ factors: ["password", "totp"] });
    const stored = await office.asSystem((tx) => tx.select().from(credential));
    expect(JSON.stringify(stored), "the secret isn't readable in the database").not.toContain(secret);
    const again = openBrowser(office);
    await signIn(again, someone.login);
    const replay = await again.post("/sign-in/totp", { code: codeOf(secret, office.clock.now) });
    expect(replay.statusCode, "the code that confirmed is used").toBe(401);
    const [code] = confirmed.json().recoveryCodes;
    expect((await again.post("/sign-in/totp", { code: ` ${code.toLowerCase()}` })).json()).toEqual({ next: null });
    const third = openBrowser(office);
    await signIn(third, someone.login);
    expect((await third.post("/sign-in/totp", { code })).statusCode, "a recovery code is used once").toBe(401);
  });

  it("gives a new token whatever the browser brought (fixation), and ends what it brought", async () => {
    const someone = await addAccount(office, null);
    const browser = openBrowser(office);
    browser.cookies.set(SESSION, "chosen-by-somebody-else-chosen-by-somebody");
    await signIn(browser, someone.login);
    const first = browser.cookies.get(SESSION) ?? "";
    expect(first).toMatch(/^[\w-]{43}$/);
    await signIn(browser, someone.login);
    expect(browser.cookies.get(SESSION)).not.toBe(first);
    const other = openBrowser(office);
    other.cookies.set(SESSION, first);
    expect(await isIn(other)).toBe(false);
    expect(await isIn(browser)).toBe(true);
  });

  it("signs out for good", async () => {
    const browser = openBrowser(office);
    await signInFully(browser, await addAccount(office, "finance", { totp: true }));
    const token = browser.cookies.get(SESSION) ?? "";
    expect((await browser.post("/sign-out")).statusCode).toBe(200);
    expect(browser.cookies.has(SESSION)).toBe(false);
    browser.cookies.set(SESSION, token);
    expect(await isIn(browser)).toBe(false);
  });

  it("ends after twelve hours, however busy", async () => {
    const browser = openBrowser(office);
    await signInFully(browser, await addAccount(office, "finance", { totp: true }));
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      later(20 * 60);
      if (!(await isIn(browser))) throw new Error(`out after ${minutes} minutes`);
    }
    later(21 * 60);
    expect(await isIn(browser)).toBe(false);
  });

  it("sets the cookie so that no script and no other site gets it", async () => {
    const { login } = await addAccount(office, null);
    const answer = await signIn(openBrowser(office), login);
    expect(answer.headers["set-cookie"]).toMatch(/^zhengdui-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });
});

describe("codes", () => {
  it("counts each once, one after the other and at the same time", async () => {
    const someone = await addAccount(office, "section-head", { totp: true });
    const browsers = Array.from({ length: 4 }, () => openBrowser(office));
    for (const browser of browsers) await signIn(browser, someone.login);
    const code = someone.code();
    const answers = await Promise.all(browsers.map((browser) => browser.post("/sign-in/totp", { code })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401, 401]);
    const refused = answers.find(({ statusCode }) => statusCode === 401);
    expect(refused?.json()).toEqual({ error: "这个动态口令已经用过，请等下一个。" });
    expect((await recordsOf(office, "sign-in.totp")).filter(([, why]) => why === "replayed").length).toBeGreaterThanOrEqual(3);
    const after = openBrowser(office);
    await signIn(after, someone.login);
    const before = await after.post("/sign-in/totp", { code: someone.code(-30) });
    expect(before.statusCode, "nor one of a step before").toBe(401);
  });

  it("takes one step to either side, no more", async () => {
    for (const [ahead, status] of [
      [-60, 401],
      [-30, 200],
      [30, 200],
      [60, 401],
    ] as const) {
      const someone = await addAccount(office, "section-head", { totp: true });
      const browser = openBrowser(office);
      await signIn(browser, someone.login);
      const answer = await browser.post("/sign-in/totp", { code: someone.code(ahead) });
      expect([ahead, answer.statusCode]).toEqual([ahead, status]);
    }
  });
});

describe("guessing", () => {
  it("locks for growing times, and the right password doesn't open what is locked", async () => {
    const { login } = await addAccount(office, null);
    const browser = openBrowser(office);
    const wrongFor = async (times: number) => {
      for (let at = 0; at < times; at++) expect((await signIn(browser, login, "wrong")).statusCode).toBe(401);
    };
    await wrongFor(4);
    expect((await signIn(browser, login)).statusCode, "four are free").toBe(200);
    await wrongFor(5);
    for (const minutes of [1, 5, 15, 60, 60]) {
      later(minutes * 60 - 1);
      expect([minutes, (await signIn(browser, login)).statusCode]).toEqual([minutes, 401]);
      later(1);
      await wrongFor(1);
    }
    later(3_600);
    expect((await signIn(browser, login)).statusCode).toBe(200);
    await wrongFor(4);
    expect((await signIn(browser, login)).statusCode, "counts began anew").toBe(200);
  });

  it("counts guesses that come at once as many", async () => {
    const { id, login } = await addAccount(office, null);
    await Promise.all(Array.from({ length: 12 }, (_, at) => signIn(openBrowser(office), login, `wrong ${at}`)));
    expect((await signIn(openBrowser(office), login)).statusCode).toBe(401);
    const counts = await office.asSystem((tx) => tx.select().from(credential).where(eq(credential.accountId, id)));
    expect(counts[0]?.failedCount, "five, then it was locked").toBe(5);
  });

  it("counts wrong codes too, and a right password between them gives no new ones", async () => {
    const someone = await addAccount(office, "finance", { totp: true });
    const browser = openBrowser(office);
    for (let at = 0; at < 4; at++) {
      await signIn(browser, someone.login);
      expect((await browser.post("/sign-in/totp", { code: "000000" })).statusCode).toBe(401);
    }
    const fifth = await browser.post("/sign-in/totp", { code: "000000" });
    expect(answerOf(fifth)).toEqual([423, { error: expect.stringContaining("请 1 分钟后再试") }]);
    expect((await browser.post("/sign-in/totp", { code: someone.code() })).statusCode).toBe(423);
    expect((await signIn(browser, someone.login)).statusCode).toBe(401);
  });

  it("answers the same for a login that is unknown, locked, disabled or without a password", async () => {
    const known = await addAccount(office, null);
    const words = [];
    for (const login of [known.login, "nobody-at-all"]) {
      for (let at = 0; at < 6; at++) words.push(answerOf(await signIn(openBrowser(office), login, "wrong")));
    }
    expect(new Set(words.map((one) => JSON.stringify(one))).size).toBe(1);
    const seen = await recordsOf(office, "sign-in.password");
    expect(seen).toEqual(
      expect.arrayContaining([
        ["refused", "unknown"],
        ["refused", "wrong"],
        ["refused", "locked"],
      ]),
    );
  });

  it("is slowed down by address", async () => {
    const browser = openBrowser(office);
    const answers = [];
    for (let at = 0; at < 33; at++) answers.push(await signIn(browser, "nobody-at-all", "wrong"));
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 401)).toHaveLength(30);
    expect(answers.at(-1)?.statusCode).toBe(429);
    expect(answers.at(-1)?.json().error).toMatch(/^请求太频繁，请 \d+ 秒后再试。$/);
    const floods = async () => (await recordsOf(office, "sign-in.password")).filter(([, why]) => why === "too-many");
    await vi.waitFor(async () => expect(await floods()).toHaveLength(1));
  });
});

describe("what another site, or a crafted request, can do", () => {
  it.each([
    ["another site's page", { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" }],
    ["a sibling's page", { origin: "http://other.localhost", "sec-fetch-site": "same-site" }],
    ["a page without an origin", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["a request that says nothing of where it is from", { origin: undefined, "sec-fetch-site": undefined }],
  ])("%s can't sign anybody in, out or up", async (_, headers) => {
    const { login } = await addAccount(office, null);
    const browser = openBrowser(office);
    const body = { login, password: PASSWORD };
    for (const [path, payload] of [
      ["/sign-in", body],
      ["/sign-in/totp", { code: "000000" }],
      ["/sign-out", undefined],
      ["/register", { ...body, name: "示例" }],
      ["/demonstration/sign-in", { account: "x" }],
    ] as const) {
      const answer = await browser.post(path, payload, headers);
      expect([path, ...answerOf(answer)]).toEqual([path, 403, { error: "这个请求不是从本站页面发出的，没有执行。" }]);
    }
    expect(browser.cookies.size).toBe(0);
    expect(await recordsOf(office, "sign-out")).toContainEqual(["refused", "other-site"]);
  });

  it("refuses keys that aren't asked for (mass assignment)", async () => {
    const browser = openBrowser(office);
    const extra = { login: "fresh-one", password: PASSWORD, name: "示例", side: "admin", mustChange: false };
    const answer = await browser.post("/register", extra);
    expect(answer.statusCode).toBe(400);
    expect((await browser.post("/sign-in", { login: "x", password: "y", factors: ["totp"] })).statusCode).toBe(400);
    expect((await browser.post("/sign-in", { login: { $ne: "" }, password: "y" })).statusCode).toBe(400);
  });

  it("puts nothing that was sent into a header", async () => {
    const browser = openBrowser(office);
    const answer = await browser.post("/sign-in", { login: "a\r\nset-cookie: x=1", password: "b\r\nx-y: z" });
    expect(answer.statusCode).toBe(401);
    expect(JSON.stringify(answer.headers)).not.toMatch(/x=1|x-y/);
    const path = await browser.get("/sign-in/oidc/a%0d%0aset-cookie:%20x=1");
    expect(path.statusCode).toBe(400);
    expect(JSON.stringify(path.headers)).not.toContain("x=1");
  });
});

describe("registering", () => {
  const form = { name: "示例经办", login: "Fresh.Person", password: PASSWORD, phone: "0595-85600000" };

  it("makes an applicant without any unit, signed in", async () => {
    const browser = openBrowser(office);
    expect((await browser.post("/register", form)).json()).toEqual({ next: null });
    expect((await browser.get("/me")).json()).toMatchObject({ login: "fresh.person", side: "applicant", appointments: [] });
    expect((await openBrowser(office).post("/register", { ...form, login: "fresh.person" })).statusCode).toBe(409);
  });

  it("tells all that is wrong", async () => {
    const answer = await openBrowser(office).post("/register", { ...form, login: "a:b", password: "password2026" });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().problems.map(({ path }: { path: string }) => path)).toEqual(["login", "password"]);
  });

  it("is slowed down by address", async () => {
    const browser = openBrowser(office);
    const statuses = [];
    for (let at = 0; at < 8; at++) statuses.push((await browser.post("/register", { ...form, login: `x` })).statusCode);
    expect(statuses).toEqual([...Array(6).fill(422), 429, 429]);
  });
});

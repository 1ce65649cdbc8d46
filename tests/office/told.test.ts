/** Who is told of what: those whose work it is that something waits, and everybody of what became of the own account or authority. */
import { actionOf, digestMail, ROLE_IDS, ROLES, waitingWords } from "@zhengdui/casework";
import { insertAppointment, message, setAccountStatus } from "@zhengdui/store";
import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCsv } from "../../apps/server/src/sheet/write-csv.ts";
import { openBrowser } from "./browser.ts";
import { FACT, openWorld, PLACES, YEAR } from "./every-route-world.ts";
import { addAccount, PASSWORD, signInFully } from "./test-account.ts";
import { COUNTY, OTHER_COUNTY, type TestOffice, type TestPerson } from "./test-office.ts";
import { uploaded } from "./upload-file.ts";

const { uscc, name, territory } = PLACES.own;

/** Imports a file of one row, then undoes it. */
async function importOnce(by: TestPerson, path: string, kind: string, rows: readonly (readonly string[])[]): Promise<void> {
  const url = `/api/office${path}/previews?${new URLSearchParams({ kind, period: "2023", name: "名单.csv" })}`;
  const headers = { "content-type": "text/csv" };
  const preview = await by.client({ method: "POST", url, payload: writeCsv(rows), headers });
  expect(preview.statusCode, preview.body).toBe(200);
  const { version } = await ask(by, "POST", `${path}/previews/${preview.json().preview}/confirm`, { addEnterprises: true });
  await ask(by, "POST", `${path}/versions/${version.id}/undo`, { reason: "试过了" });
}

let office: TestOffice;
const persons = new Map<string, TestPerson>();
const who = (role: string): TestPerson => persons.get(role) as TestPerson;
beforeAll(async () => {
  office = await openWorld();
  const bound = { unit: { unit: uscc }, territory: { territory }, nothing: {} };
  for (const role of ROLE_IDS) persons.set(role, await office.person(role, bound[ROLES[role].bound]));
  persons.set("town elsewhere", await office.person("town", { territory: PLACES.elsewhere.territory }));
  persons.set("officer abroad", await office.person("case-officer", { county: OTHER_COUNTY }));
  await addFormer();
});
afterAll(() => office.close());

/** An officer whose time is over, and one who has left. */
async function addFormer(): Promise<void> {
  const since = { grantedBy: "test", grantedAt: office.clock.now, confirmedBy: "test", confirmedAt: office.clock.now };
  const [{ id: former }, { id: left }] = [await addAccount(office, null), await addAccount(office, "case-officer")];
  const appointment = { id: former, accountId: former, role: "case-officer", validFrom: "2020-01-01", validTo: "2026-11-01" };
  await office.asSystem(async (tx) => {
    await insertAppointment(tx, { ...appointment, ...since });
    await setAccountStatus(tx, left, "disabled", office.clock.now);
  });
  for (const account of [former, left]) persons.set(`former ${account}`, { ...who("expert"), account });
}

const ask = async (person: TestPerson, method: "POST" | "DELETE", url: string, payload?: object) => {
  const answer = await person.client({ method, url: `/api/office${url}`, ...(payload === undefined ? {} : { payload }) });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const titlesOf = async ({ client }: Pick<TestPerson, "client">): Promise<string[]> =>
  (await client({ method: "GET", url: "/api/office/messages" })).json().messages.map(({ title }: { title: string }) => title);

/** Everybody who has a message of this title. */
async function toldOf(title: string): Promise<string[]> {
  const county = (id: string) => office.asSystem((tx) => tx.select().from(message).where(eq(message.title, title)), id);
  const accounts = new Set([...(await county(COUNTY)), ...(await county(OTHER_COUNTY))].map(({ accountId }) => accountId));
  return [...persons].flatMap(([role, { account }]) => (accounts.has(account) ? [role] : []));
}

describe("that something waits", () => {
  const bank = { holder: name, number: "6222020000000000", bankNumber: "102397000012", bankName: "示例银行" };
  const deeds: readonly (readonly [Parameters<typeof waitingWords>[0], () => Promise<unknown>, readonly string[]])[] = [
    [
      "claim",
      async () => {
        const evidence = await uploaded(who("agent").client);
        return ask(who("agent"), "POST", "/unit-claims", { uscc: PLACES.neighbour.uscc, name: PLACES.neighbour.name, evidence });
      },
      ["town", "case-officer"],
    ],
    [
      "dispute",
      async () => {
        const supplied = { fact: FACT, year: YEAR, value: 10, basis: "示例通知" };
        await ask(who("case-officer"), "POST", `/enterprises/${uscc}/facts`, supplied);
        const evidence = await uploaded(who("handler").client, uscc);
        return ask(who("handler"), "POST", `/units/${uscc}/disputes`, { fact: FACT, year: YEAR, reason: "有误", evidence });
      },
      ["case-officer"],
    ],
    [
      "account",
      async () => {
        const evidence = await uploaded(who("handler").client, uscc);
        return ask(who("handler"), "POST", `/units/${uscc}/bank-accounts`, { ...bank, bankNumber: "102397000017", evidence });
      },
      ["finance"],
    ],
    [
      "key",
      () =>
        ask(who("system-admin"), "POST", "/keys", {
          ...{ name: "平台", role: "case-officer", actions: ["package.read"], expiresOn: "2027-01-01" },
        }),
      ["security-admin"],
    ],
    [
      "consultation",
      () => ask(who("handler"), "POST", `/units/${uscc}/consultations`, { policy: "jinjiang-2023-11", question: "怎么报？" }),
      ["case-officer"],
    ],
    [
      "register",
      async () => {
        const officer = await office.person("case-officer");
        await importOnce(officer, "/registers", "above-scale", [
          ["信用代码", "企业名称"],
          [uscc, name],
        ]);
      },
      ["case-officer"],
    ],
    [
      "contribution",
      () =>
        importOnce(who("finance"), "/contributions", "fiscal-contribution", [
          ["信用代码", "企业名称", "对本级财政贡献（元）"],
          [uscc, name, "1"],
        ]),
      ["case-officer"],
    ],
    [
      "ledger",
      () =>
        importOnce(who("case-officer"), "/ledger", "ledger-ours", [
          ["部门", "政策文号", "政策年度", "申报年度", "信用代码", "企业名称", "核定金额（元）"],
          ["工信局", "示例规〔2021〕1号", "2021", "2022", uscc, name, "1"],
        ]),
      ["finance"],
    ],
  ];

  it("a register's change says which list, in the office; its kind is all that a mail says", async () => {
    const titles = ["register", "contribution", "ledger"].map((matter) => waitingWords(matter as "register").title);
    const rows = await office.asSystem((tx) => tx.select().from(message).where(inArray(message.title, titles)));
    expect(rows).toEqual([]);
    for (const [matter, deed] of deeds) if (matter === "register") await deed();
    const told = await office.asSystem((tx) => tx.select().from(message).where(eq(message.kind, "register")));
    const bodies = told.filter(({ accountId }) => accountId === who("case-officer").account).map(({ body }) => body);
    expect(bodies.sort()).toEqual(["规上名单（2023）最新的一版已撤销，前一版重新有效。", "规上名单（2023）有了新的一版。"]);
    expect(digestMail("示例局", "https://a", [{ kind: "register", count: 2 }]).text).toContain("名单：2 条");
  });

  it.each(deeds)("%s: those whose work it is, and nobody else", async (matter, deed, told) => {
    await deed();
    expect(await toldOf(waitingWords(matter).title)).toEqual(told);
  });

  it("is told to those alone who may do something about it", () => {
    const matters = [
      "consultation",
      "claim",
      "dispute",
      "account",
      "key",
      "package",
      "register",
      "contribution",
      "ledger",
    ] as const;
    for (const { action, roles } of matters.map(waitingWords))
      for (const role of roles) expect(actionOf(action).who, action).toHaveProperty(role);
  });
});

describe("what became of one's own", () => {
  const inBrowser = async (role: "security-admin" | "system-admin" | "finance") => {
    const account = await addAccount(office, role, { totp: true });
    const browser = openBrowser(office);
    await signInFully(browser, account);
    return { account, browser };
  };
  const later = () => {
    office.clock.now = new Date(office.clock.now.getTime() + 60_000);
  };

  it("account is told to it, whoever did it", async () => {
    const [security, system, someone] = [
      await inBrowser("security-admin"),
      await inBrowser("system-admin"),
      await inBrowser("finance"),
    ];
    const { id } = someone.account;
    const messages = () =>
      office.asSystem(async (tx) => {
        const rows = await tx.select().from(message).where(eq(message.accountId, id)).orderBy(message.id);
        return rows.map(({ kind, title }) => `${kind} ${title}`);
      });
    expect(await messages(), "signing in is no news").toEqual([]);
    const given = await security.browser.post(`/persons/${id}/appointments`, { role: "case-officer" });
    await security.browser.send({ method: "DELETE", url: `/persons/${id}/appointments/${given.json().id}` });
    later();
    await openBrowser(office).post("/sign-in", { login: someone.account.login, password: PASSWORD });
    const again = openBrowser(office);
    await again.post("/sign-in", { login: someone.account.login, password: PASSWORD });
    expect((await again.post("/sign-in/totp", { code: someone.account.code(), trust: true })).statusCode).toBe(200);
    const changed = await again.post("/self/password", { current: PASSWORD, password: "傍晚码头的风很大 typhoon" });
    expect(changed.statusCode).toBe(200);
    await security.browser.post(`/persons/${id}/totp-reset`, {});
    await system.browser.post(`/persons/${id}/password-reset`, {});
    expect(await messages()).toEqual([
      ...["security 授予了角色：经办人", "security 收回了角色：经办人", "security 信任了一台设备"],
      ...["security 口令已修改", "security 动态口令已重置", "security 口令已重置"],
    ]);
  });

  it("authority is told to who gave it and to who loses it", async () => {
    const [legal, invited] = [who("legal-representative"), await office.person("handler", { unit: PLACES.neighbour.uscc })];
    const deed = await uploaded(legal.client, uscc);
    const invitation = { role: "handler", invitee: "示例新经办", from: "2026-11-25", to: "2027-11-24", deed };
    const { token } = await ask(legal, "POST", `/units/${uscc}/invitations`, invitation);
    await ask(invited, "POST", "/invitations/acceptance", { token });
    expect((await titlesOf(legal))[0]).toBe("示例新经办接受了邀请");
    const { people } = (await legal.client({ method: "GET", url: `/api/office/units/${uscc}/people` })).json();
    const { appointment: id } = people.find(({ account }: { account: string }) => account === invited.account);
    await ask(legal, "POST", `/units/${uscc}/people/${id}/dismissal`, {});
    expect((await titlesOf(invited))[0]).toBe("您对一家单位的授权已停止");
  });
});

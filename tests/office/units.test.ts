/** Who comes to act for a unit: claims and their check, invitations, agents of several units, and authority that ends. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invitation } from "../../packages/store/src/index.ts";
import { OTHER_COUNTY, openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";
import { uploaded } from "./upload-file.ts";

const KNOWN = "91350582MA00000014";
let office: TestOffice;
let codes: { shoes: string; food: string; fresh: string; stone: string };

async function code(digits: string): Promise<string> {
  const { makeCreditCode } = await import("../../packages/basics/src/index.ts");
  return makeCreditCode("91350582", digits) ?? KNOWN;
}

beforeAll(async () => {
  office = await openTestOffice();
  codes = {
    shoes: await code("MA00001A"),
    food: await code("MA00002A"),
    fresh: await code("MA00003A"),
    stone: await code("MA00004A"),
  };
  await office.addEnterprise({ uscc: codes.shoes, name: "示例鞋业有限公司", territory: "陈埭镇" });
  await office.addEnterprise({ uscc: codes.food, name: "示例食品有限公司", territory: "安海镇" });
  await office.addEnterprise({ uscc: codes.stone, name: "示例石材有限公司", territory: "水头镇", county: OTHER_COUNTY });
});
afterAll(() => office.close());

const post = (person: TestPerson, url: string, payload: object) =>
  person.client({ method: "POST", url: `/api/office${url}`, payload });
const get = (person: TestPerson, url: string) => person.client({ method: "GET", url: `/api/office${url}` });

/** An applicant who acts for nobody yet: their one appointment is of another unit, which nothing here asks for. */
const applicant = () => office.person("handler", { unit: codes.food });

async function claim(person: TestPerson, uscc: string, name: string, more: object = {}) {
  const evidence = await uploaded(person.client);
  return post(person, "/unit-claims", { uscc, name, evidence, ...more });
}

describe("a claim", () => {
  it("waits for the town, which sees its own town's alone, and makes the claimant the legal representative", async () => {
    const person = await applicant();
    const claimed = await claim(person, codes.shoes, "示例鞋业有限公司", { territory: "安海镇" });
    expect(claimed.json()).toMatchObject({ uscc: codes.shoes, state: "pending" });
    expect((await get(person, `/units/${codes.shoes}/people`)).statusCode).toBe(404);
    const { id } = claimed.json();
    const [here, elsewhere, there] = [
      await office.person("town", { territory: "陈埭镇" }),
      await office.person("town", { territory: "安海镇" }),
      await office.person("case-officer", { county: OTHER_COUNTY }),
    ];
    for (const other of [elsewhere, there]) {
      expect((await get(other, "/unit-claims")).json().claims).toEqual([]);
      expect((await post(other, `/unit-claims/${id}/decision`, { confirm: true })).statusCode).toBe(404);
    }
    const [pending] = (await get(here, "/unit-claims")).json().claims;
    expect(pending).toMatchObject({ id, territory: "陈埭镇", registered: "示例鞋业有限公司", claimant: "示例单位经办人" });
    expect((await get(here, `/files/${pending.evidenceFile}`)).statusCode).toBe(200);
    expect((await post(here, `/unit-claims/${id}/decision`, { confirm: false })).json().error).toContain("没有写明理由");
    expect((await post(here, `/unit-claims/${id}/decision`, { confirm: true })).json().state).toBe("confirmed");
    expect((await post(here, `/unit-claims/${id}/decision`, { confirm: true })).statusCode).toBe(409);
    const { people } = (await get(person, `/units/${codes.shoes}/people`)).json();
    expect(people).toMatchObject([{ role: "legal-representative", standing: "current" }]);
    expect((await get(person, "/unit-claims/mine")).json().claims).toMatchObject([{ id, state: "confirmed" }]);
    const told = (await get(person, "/messages")).json().messages;
    expect(told).toMatchObject([{ kind: "claim", title: "示例鞋业有限公司的认领已通过", link: "/units", read: false }]);
  });

  it("names a town that there is, lest no town ever see it", async () => {
    const claimed = await claim(await applicant(), codes.fresh, "示例新办有限公司", { territory: "水头镇" });
    expect([claimed.statusCode, claimed.json().problems]).toMatchObject([422, [{ path: "territory" }]]);
  });

  it("is refused where the unit is represented, and says whom to turn to", async () => {
    const answer = await claim(await applicant(), codes.shoes, "示例鞋业有限公司");
    expect(answer.statusCode).toBe(409);
    expect(answer.json().error).toContain("请带营业执照联系工信部门经办科室");
  });

  it("puts a unit on file that wasn't known, once an officer has checked it", async () => {
    const [first, second] = [await applicant(), await applicant()];
    const officer = await office.person("case-officer");
    const name = "示例新办'); drop table enterprise;--有限公司";
    const { id } = (await claim(first, codes.fresh, name, { territory: "安海镇" })).json();
    const rival = (await claim(second, codes.fresh, "示例冒名有限公司")).json();
    expect((await claim(first, codes.fresh, name)).json().error).toContain("正在等待核对");
    const [confirmed, refused] = await Promise.all([
      post(officer, `/unit-claims/${id}/decision`, { confirm: true, territory: "陈埭镇" }),
      post(officer, `/unit-claims/${rival.id}/decision`, { confirm: false, reason: "执照与名称不符" }),
    ]);
    expect([confirmed.statusCode, refused.json().state]).toEqual([200, "refused"]);
    expect((await get(officer, `/enterprises/${codes.fresh}`)).json()).toMatchObject({ name, territory: "陈埭镇" });
  });

  it.each([
    ["a code that fails its checks", { uscc: "91350582MA0000001X" }, 422],
    ["an unknown key", { state: "confirmed" }, 400],
    ["a name with a line break", { name: "示例\n公司" }, 400],
  ])("is refused with %s", async (_, change, status) => {
    const person = await applicant();
    const body = { uscc: codes.fresh, name: "示例有限公司", evidence: await uploaded(person.client), ...change };
    expect((await post(person, "/unit-claims", body)).statusCode).toBe(status);
  });

  it("isn't for staff, and needs a file of one's own", async () => {
    const officer = await office.person("case-officer");
    expect((await claim(officer, codes.food, "示例食品有限公司")).statusCode).toBe(409);
    const other = await uploaded((await applicant()).client);
    const body = { uscc: codes.food, name: "示例食品有限公司", evidence: other };
    expect((await post(await applicant(), "/unit-claims", body)).json().error).toContain("没有这个文件");
  });
});

describe("an invitation", () => {
  const period = { from: "2026-11-25", to: "2027-11-24" };
  const invite = async (head: TestPerson, uscc: string, more: object = {}) =>
    post(head, `/units/${uscc}/invitations`, {
      role: "agent",
      invitee: "示例代理",
      ...period,
      deed: await uploaded(head.client, uscc),
      ...more,
    });
  const accept = (person: TestPerson, token: string) => post(person, "/invitations/acceptance", { token });

  it("makes an agent of several units, each until its own day, and dismissal ends one at once", async () => {
    const shoes = await office.person("legal-representative", { unit: codes.shoes });
    const food = await office.person("legal-representative", { unit: codes.food });
    const agent = await office.person("agent", { unit: codes.fresh });
    const first = (await invite(shoes, codes.shoes, { to: "2026-12-31" })).json();
    const second = (await invite(food, codes.food)).json();
    const seen = await post(agent, "/invitations/view", { token: first.token });
    expect(seen.json()).toEqual({
      ...{ uscc: codes.shoes, name: "示例鞋业有限公司", role: "agent", from: "2026-11-25", to: "2026-12-31", state: "open" },
    });
    expect((await accept(agent, first.token)).statusCode).toBe(200);
    expect((await accept(agent, second.token)).statusCode).toBe(200);
    for (const uscc of [codes.shoes, codes.food]) expect((await get(agent, `/units/${uscc}/people`)).statusCode).toBe(200);
    const mine = (await get(shoes, `/units/${codes.shoes}/people`))
      .json()
      .people.find((one: { account: string }) => one.account === agent.account);
    expect(mine).toMatchObject({ role: "agent", to: "2026-12-31", standing: "current" });
    const dismissed = await post(shoes, `/units/${codes.shoes}/people/${mine.appointment}/dismissal`, {});
    expect(dismissed.json()).toEqual({ ended: true });
    expect((await get(agent, `/units/${codes.shoes}/people`)).statusCode).toBe(404);
    expect((await get(agent, `/units/${codes.food}/people`)).statusCode).toBe(200);
  });

  it("ends by its date", async () => {
    const head = await office.person("legal-representative", { unit: codes.shoes });
    const { token } = (await invite(head, codes.shoes, { role: "handler", to: "2026-11-25" })).json();
    const handler = await applicant();
    await accept(handler, token);
    expect((await get(handler, `/units/${codes.shoes}/people`)).statusCode).toBe(200);
    const before = office.clock.now;
    office.clock.now = new Date(before.getTime() + 20 * 60_000);
    expect((await get(handler, `/units/${codes.shoes}/people`)).statusCode).toBe(200);
    office.clock.now = before;
    const { mayDo } = await import("../../packages/casework/src/index.ts");
    const one = { role: "handler", unit: codes.shoes, territory: null, from: "2026-11-25", to: "2026-11-25" } as const;
    expect(mayDo([one], "unit.people", "2026-11-26")).toBeNull();
  });

  it("is accepted once, by somebody else than the inviter, before it expires or is revoked", async () => {
    const head = await office.person("legal-representative", { unit: codes.shoes });
    const { token } = (await invite(head, codes.shoes)).json();
    expect((await accept(head, token)).json().error).toContain("不能接受自己发出的邀请");
    expect((await accept(await office.person("case-officer"), token)).statusCode).toBe(409);
    const racers = await Promise.all([applicant(), applicant()]);
    const raced = await Promise.all(racers.map((one) => accept(one, token)));
    expect(raced.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410]);
    const revoked = (await invite(head, codes.shoes)).json();
    expect((await post(head, `/units/${codes.shoes}/invitations/${revoked.id}/revocation`, {})).statusCode).toBe(200);
    expect((await accept(await applicant(), revoked.token)).json().error).toContain("已被撤回");
    const late = (await invite(head, codes.shoes)).json();
    await office.asSystem(async (tx) => {
      const rows = await tx.select().from(invitation);
      expect(JSON.stringify(rows)).not.toContain(late.token);
    });
    const before = office.clock.now;
    office.clock.now = new Date(before.getTime() + 7 * 86_400_000);
    const latecomer = await applicant();
    expect((await accept(latecomer, late.token)).statusCode).toBe(410);
    office.clock.now = before;
    expect((await accept(await applicant(), "made-up")).statusCode).toBe(404);
  });

  it("doesn't reach beyond the own unit, and isn't sent without a deed of the unit", async () => {
    const head = await office.person("legal-representative", { unit: codes.shoes });
    const deed = await uploaded(head.client, codes.shoes);
    const body = { role: "agent", invitee: "示例代理", ...period, deed };
    for (const uscc of [codes.food, codes.stone, "91350582MA00000000"])
      expect((await post(head, `/units/${uscc}/invitations`, body)).statusCode).toBe(404);
    expect((await invite(head, codes.shoes, { deed: await uploaded(head.client) })).statusCode).toBe(422);
    expect((await invite(head, codes.shoes, { deed: undefined })).statusCode).toBe(400);
    expect((await invite(head, codes.shoes, { role: "legal-representative" })).statusCode).toBe(400);
    expect((await invite(head, codes.shoes, { to: "2026-11-24" })).statusCode).toBe(422);
    expect(
      (await post(await office.person("handler", { unit: codes.shoes }), `/units/${codes.shoes}/invitations`, body)).statusCode,
    ).toBe(403);
  });

  it("is listed with all others, page by page, the newest first", async () => {
    const uscc = await code("MA00005A");
    await office.addEnterprise({ uscc, name: "示例印刷有限公司", territory: "安海镇" });
    const head = await office.person("legal-representative", { unit: uscc });
    const deed = await uploaded(head.client, uscc);
    const made: string[] = [];
    for (let i = 0; i < 120; i++) {
      const body = { role: "handler", invitee: `示例${i}`, ...period, deed };
      made.unshift((await post(head, `/units/${uscc}/invitations`, body)).json().id);
    }
    const pages: string[][] = [];
    for (let next: string | null = ""; next !== null; ) {
      const answer = await get(head, `/units/${uscc}/invitations${next && `?after=${next}`}`);
      pages.push(answer.json().invitations.map((one: { id: string }) => one.id));
      next = answer.json().next;
    }
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(made);
    expect((await get(head, `/units/${uscc}/invitations?after=W10`)).statusCode).toBe(400);
    expect((await get(head, `/units/${codes.shoes}/invitations`)).statusCode).toBe(404);
  });

  it("falls with the representative who sent it, whom only the section releases", async () => {
    const head = await office.person("legal-representative", { unit: codes.food });
    const officer = await office.person("case-officer");
    const { token } = (await invite(head, codes.food)).json();
    const { people } = (await get(head, `/units/${codes.food}/people`)).json();
    const own = people.find((one: { account: string }) => one.account === head.account).appointment;
    expect((await post(head, `/units/${codes.food}/people/${own}/dismissal`, {})).statusCode).toBe(409);
    expect((await post(officer, `/units/${codes.food}/people/${own}/release`, { reason: "法定代表人变更" })).statusCode).toBe(
      200,
    );
    expect((await get(head, `/units/${codes.food}/people`)).statusCode).toBe(403);
    expect((await accept(await applicant(), token)).statusCode).toBe(410);
  });
});

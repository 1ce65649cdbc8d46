/** Messages, the consultation log, and mails: by a real mail server on this machine. */
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { account, message, outbox, record, tell, writeParcel } from "@zhengdui/store";
import { eq, sql } from "drizzle-orm";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliver, writeDigests } from "../../apps/server/src/delivery/deliver.ts";
import { mailer } from "../../apps/server/src/delivery/mailer.ts";
import type { Policy } from "../../packages/policy/src/index.ts";
import { COUNTY, openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";

const SHOES = "91350582MA8801386B";
const FOOD = "91350582MA88100127";
const POLICY = "jinjiang-2023-11";
const compiled = new URL("../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);

let office: TestOffice;
let officer: TestPerson;
let head: TestPerson;
let handler: TestPerson;
beforeAll(async () => {
  office = await openTestOffice({ policies: [JSON.parse(readFileSync(compiled, "utf8")) as Policy] });
  await office.addEnterprise({ uscc: SHOES, name: "示例鞋业有限公司", territory: "陈埭镇" });
  [officer, head, handler] = [
    await office.person("case-officer"),
    await office.person("section-head"),
    await office.person("handler", { unit: SHOES }),
  ];
});
afterAll(() => office.close());

describe("the consultation log", () => {
  const ask = (person: TestPerson, question: string) =>
    person.client({
      method: "POST",
      url: `/api/office/units/${SHOES}/consultations`,
      payload: { policy: POLICY, clause: "二（二）", question },
    });

  it("goes from a unit's question to the office's answer and back", async () => {
    const asked = await ask(handler, "ERP 分两年付款怎么算？");
    expect(asked.statusCode).toBe(200);
    const told = await officer.client({ method: "GET", url: "/api/office/messages" });
    expect(told.json()).toMatchObject({ unread: 1, messages: [{ kind: "consultation", title: "有新的咨询", read: false }] });
    const { id } = asked.json();
    const answered = await officer.client({
      method: "PUT",
      url: `/api/office/consultations/${id}/answer`,
      payload: { answer: "按当年度实际支付计算。" },
    });
    expect(answered.json()).toMatchObject({ answer: "按当年度实际支付计算。" });
    const back = await handler.client({ method: "GET", url: "/api/office/messages" });
    expect(back.json().messages).toMatchObject([{ title: "您的咨询有答复了" }]);
    const seen = await handler.client({ method: "GET", url: "/api/office/consultations" });
    expect(seen.json().consultations).toMatchObject([{ unitName: "示例鞋业有限公司", answeredByName: null }]);
    const log = await head.client({ method: "GET", url: "/api/office/consultations" });
    expect(log.json().consultations).toMatchObject([{ unitName: "示例鞋业有限公司", answeredByName: "示例经办人" }]);
    const recorded = await office.asSystem((tx) => tx.select().from(record).where(eq(record.action, "consultation.ask")));
    expect(recorded.map(({ subject }) => subject)).toEqual([id]);
  });

  it("takes one connection a question: more of them at once than there are connections are all answered", async () => {
    const asked = await Promise.all(Array.from({ length: 24 }, (_, at) => ask(handler, `第 ${at} 个问题`)));
    expect(asked.map(({ statusCode }) => statusCode)).toEqual(asked.map(() => 200));
  });

  it("is published by the section's head alone, without what tells who asked", async () => {
    const { id } = (await ask(handler, "我们示例鞋业有限公司的项目能报吗？")).json();
    const publish = (person: TestPerson, question: string) =>
      person.client({
        method: "PUT",
        url: `/api/office/consultations/${id}/publication`,
        payload: { question, answer: "可以申报，请见第一条。" },
      });
    expect((await publish(officer, "项目能报吗？")).statusCode).toBe(403);
    expect((await publish(head, "项目能报吗？")).json()).toMatchObject({ problems: [{ problem: "还没有答复，不能公开" }] });
    await officer.client({ method: "PUT", url: `/api/office/consultations/${id}/answer`, payload: { answer: "可以申报。" } });
    const named = await publish(head, `示例鞋业有限公司（${SHOES}，13800000000）的项目能报吗？`);
    expect(named.statusCode).toBe(422);
    expect(named.json().problems.map(({ problem }: { problem: string }) => problem)).toEqual([
      "公开的文字里有统一社会信用代码",
      "公开的文字里有手机号码",
      "公开的文字里有“示例鞋业有限公司”",
    ]);
    expect((await publish(head, "这类项目能报吗？")).statusCode).toBe(200);
    const read = await office.nobody({ method: "GET", url: `/api/policies/${POLICY}/questions` });
    expect(read.json()).toEqual([
      { clause: "二（二）", question: "这类项目能报吗？", answer: "可以申报，请见第一条。", on: "2026-11-25" },
    ]);
    const change = await officer.client({
      method: "PUT",
      url: `/api/office/consultations/${id}/answer`,
      payload: { answer: "不可以。" },
    });
    expect(change.json()).toMatchObject({ problems: [{ expected: "先撤下公开，再改答复" }] });
    await head.client({ method: "DELETE", url: `/api/office/consultations/${id}/publication` });
    expect((await office.nobody({ method: "GET", url: `/api/policies/${POLICY}/questions` })).json()).toEqual([]);
  });

  it.each([
    [{ policy: "没有的政策" }, { path: "policy", problem: "没有代号是“没有的政策”的政策" }],
    [
      { policy: POLICY, clause: "二（九）" },
      { path: "clause", problem: "这项政策里没有“二（九）”" },
    ],
  ])("is about what there is: %j", async (about, problem) => {
    const payload = { ...about, question: "怎么报？" };
    const asked = await handler.client({ method: "POST", url: `/api/office/units/${SHOES}/consultations`, payload });
    expect(asked.statusCode).toBe(422);
    expect(asked.json().problems).toMatchObject([problem]);
    const logged = await officer.client({
      method: "POST",
      url: "/api/office/consultations",
      payload: { ...payload, channel: "phone" },
    });
    expect(logged.json().problems).toMatchObject([problem]);
  });

  it("is written by a town for its own units and callers, and read by it as far", async () => {
    await office.addEnterprise({ uscc: FOOD, name: "示例食品有限公司", territory: "安海镇" });
    const [here, there] = [
      await office.person("town", { territory: "陈埭镇" }),
      await office.person("town", { territory: "安海镇" }),
    ];
    const log = (person: TestPerson, question: string, more: object = {}) =>
      person.client({
        method: "POST",
        url: "/api/office/consultations",
        payload: { policy: POLICY, channel: "phone", question, ...more },
      });
    expect((await log(here, "来电问材料交到哪里")).statusCode).toBe(200);
    expect((await log(here, "本镇企业来电", { uscc: SHOES })).statusCode).toBe(200);
    expect((await log(here, "外镇企业来电", { uscc: FOOD })).statusCode).toBe(404);
    expect((await log(there, "外镇的来电")).statusCode).toBe(200);
    const list = async ({ client }: TestPerson) =>
      (await client({ method: "GET", url: "/api/office/consultations" })).json().consultations;
    const questions = (await list(here)).map(({ question }: { question: string }) => question);
    expect(questions).toEqual(expect.arrayContaining(["来电问材料交到哪里", "本镇企业来电"]));
    expect(questions).not.toContain("外镇的来电");
    expect((await list(there)).map(({ question }: { question: string }) => question)).toEqual(["外镇的来电"]);
  });

  it("keeps what was said before it was changed or taken down, for those who answer alone", async () => {
    const { id } = (await ask(handler, "答复改过以后还看得到吗？")).json();
    const put = (person: TestPerson, what: "answer" | "publication", payload: object) =>
      person.client({ method: "PUT", url: `/api/office/consultations/${id}/${what}`, payload });
    const of = async ({ client }: TestPerson) =>
      (await client({ method: "GET", url: "/api/office/consultations" }))
        .json()
        .consultations.find((one: { id: string }) => one.id === id);
    await put(officer, "answer", { answer: "第一次答复" });
    expect((await of(officer)).earlier).toEqual([]);
    await put(head, "answer", { answer: "第二次答复" });
    await put(head, "answer", { answer: "第二次答复" });
    await put(head, "publication", { question: "公开的问", answer: "公开的答" });
    await head.client({ method: "DELETE", url: `/api/office/consultations/${id}/publication` });
    expect((await of(officer)).earlier).toMatchObject([
      { what: "answer", question: null, answer: "第一次答复" },
      { what: "publication", question: "公开的问", answer: "公开的答" },
    ]);
    expect(await of(officer)).toMatchObject({ answer: "第二次答复", publicAnswer: null });
    for (const other of [handler, await office.person("town", { territory: "陈埭镇" }), await office.person("state-auditor")])
      expect((await of(other)).earlier).toEqual([]);
    await expect(office.asSystem((tx) => tx.execute(sql`update consultation_earlier set answer = 'x'`))).rejects.toThrow();
  });

  it("notes who rang for those who answer alone, and lets nothing of it be published", async () => {
    const town = await office.person("town", { territory: "陈埭镇" });
    const log = (more: object) => {
      const payload = { policy: POLICY, channel: "phone", question: "来电问何时申报", uscc: SHOES, ...more };
      return town.client({ method: "POST", url: "/api/office/consultations", payload });
    };
    expect((await log({ callerPhone: "不知道" })).json().problems).toMatchObject([{ path: "callerPhone" }]);
    const logged = await log({ callerName: "示例某", callerPhone: "0595-85600000 转 12" });
    expect(logged.json()).toMatchObject({ caller: null });
    const { id } = logged.json();
    const of = async ({ client }: TestPerson) =>
      (await client({ method: "GET", url: "/api/office/consultations" }))
        .json()
        .consultations.find((one: { id: string }) => one.id === id);
    expect((await of(officer)).caller).toEqual({ name: "示例某", phone: "0595-85600000 转 12" });
    for (const other of [handler, town, await office.person("state-auditor")]) expect((await of(other)).caller).toBeNull();
    await officer.client({ method: "PUT", url: `/api/office/consultations/${id}/answer`, payload: { answer: "请见通知。" } });
    const payload = { question: "示例某问何时申报", answer: "请拨 0595-85600000 转 12" };
    const published = await head.client({ method: "PUT", url: `/api/office/consultations/${id}/publication`, payload });
    expect(published.json().problems.map(({ path }: { path: string }) => path)).toEqual(["question", "answer"]);
    const recorded = await office.asSystem((tx) => tx.select().from(record).where(eq(record.action, "consultation.log")));
    expect(JSON.stringify(recorded)).not.toContain("示例某");
  });

  it("refuses what isn't asked for, with the place", async () => {
    const more = await handler.client({
      method: "POST",
      url: `/api/office/units/${SHOES}/consultations`,
      payload: { policy: POLICY, question: "怎么报？", answeredAt: "2026-01-01", answer: "可以" },
    });
    expect(more.statusCode).toBe(400);
    expect(JSON.stringify(more.json().problems)).toMatch(/answeredAt.*answer/);
  });
});

describe("messages", () => {
  it("are read by their own account alone", async () => {
    await office.asSystem((tx) =>
      tell(tx, [head.account], { kind: "security", title: "给科室负责人", body: "。" }, office.clock.now),
    );
    const others = await officer.client({ method: "GET", url: "/api/office/messages" });
    expect(others.body).not.toContain("给科室负责人");
    const { messages } = (await head.client({ method: "GET", url: "/api/office/messages" })).json();
    const foreign = await officer.client({ method: "POST", url: "/api/office/messages/read", payload: { id: messages[0].id } });
    expect(foreign.statusCode).toBe(404);
    expect((await head.client({ method: "POST", url: "/api/office/messages/read", payload: {} })).json().marked).toBeGreaterThan(
      0,
    );
    expect((await head.client({ method: "GET", url: "/api/office/messages" })).json().unread).toBe(0);
  });
});

describe("mails", () => {
  const received: ParsedMail[] = [];
  let smtp: SMTPServer;
  let url: string;
  let refusing = false;
  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData(stream, _session, done) {
        if (refusing) {
          stream.resume();
          stream.on("end", () => done(Object.assign(new Error("mailbox busy"), { responseCode: 450 })));
          return;
        }
        void simpleParser(stream).then((mail) => {
          received.push(mail);
          done();
        }, done);
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
    url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
  beforeEach(() => {
    received.length = 0;
    refusing = false;
  });
  const delivery = () => ({ sendMail: mailer(url, "office@example.invalid"), address: "https://zhengdui.example/office" });

  it("tell once a day how much waits, and nothing of what it is", async () => {
    await office.asSystem((tx) =>
      tx.update(account).set({ email: "officer@example.invalid" }).where(eq(account.id, officer.account)),
    );
    await office.asSystem((tx) =>
      tell(tx, [officer.account], { kind: "dispute", title: "示例鞋业对营业收入有异议", body: "123456.78" }, office.clock.now),
    );
    const today = office.clock.now;
    expect(await writeDigests(office.office.parts, delivery())).toBe(0);
    office.clock.now = new Date("2026-11-26T00:00:30Z");
    expect(await writeDigests(office.office.parts, delivery())).toBe(1);
    expect(await writeDigests(office.office.parts, delivery()), "told once").toBe(0);
    expect(await deliver(office.office.parts, delivery())).toBe(1);
    expect(received).toHaveLength(1);
    const [mail] = received;
    expect(mail?.subject).toMatch(/^晋江市惠企政策办理：您有 \d+ 条新消息$/);
    expect(mail?.text).toMatch(/数据异议：1 条/);
    expect(mail?.text).not.toMatch(/示例鞋业|123456/);
    office.clock.now = today;
  });

  it("are sent again after a pause where the server was busy, and given up in the end", async () => {
    refusing = true;
    await office.asSystem((tx) =>
      writeParcel(tx, "mail", { to: "a@example.invalid", subject: "一", text: "二" }, office.clock.now),
    );
    expect(await deliver(office.office.parts, delivery())).toBe(0);
    expect(await deliver(office.office.parts, delivery()), "not before the pause is over").toBe(0);
    const start = office.clock.now;
    refusing = false;
    office.clock.now = new Date(start.getTime() + 61_000);
    expect(await deliver(office.office.parts, delivery())).toBe(1);
    expect(received.map(({ subject }) => subject)).toEqual(["一"]);
    refusing = true;
    await office.asSystem((tx) =>
      writeParcel(tx, "mail", { to: "b@example.invalid", subject: "三", text: "四" }, office.clock.now),
    );
    for (let hour = 0; hour < 80; hour++) {
      await deliver(office.office.parts, delivery());
      office.clock.now = new Date(office.clock.now.getTime() + 3_600_000);
    }
    office.clock.now = start;
    const [left] = await office.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.attempts, 8)));
    expect(left).toMatchObject({ sentAt: null, lastError: expect.stringMatching(/mailbox busy/) });
    expect(left?.givenUpAt).not.toBeNull();
  });

  it("takes no header from an address", async () => {
    await office.asSystem((tx) =>
      writeParcel(
        tx,
        "mail",
        { to: "a@example.invalid\r\nBcc: all@example.invalid", subject: "五", text: "六" },
        office.clock.now,
      ),
    );
    expect(await deliver(office.office.parts, delivery())).toBe(0);
    expect(received).toEqual([]);
  });

  it("are delivered once by two workers", async () => {
    for (let n = 0; n < 6; n++)
      await office.asSystem(
        (tx) => writeParcel(tx, "mail", { to: "c@example.invalid", subject: `第${n}封`, text: "。" }, office.clock.now),
        COUNTY,
      );
    const [one, two] = await Promise.all([deliver(office.office.parts, delivery()), deliver(office.office.parts, delivery())]);
    expect(one + two).toBe(6);
    expect(received.map(({ subject }) => subject).sort()).toEqual([0, 1, 2, 3, 4, 5].map((n) => `第${n}封`));
  });
});

it("keeps no message of another county in sight", async () => {
  const there = await office.asSystem((tx) => tx.select().from(message), "350583");
  expect(there).toEqual([]);
});

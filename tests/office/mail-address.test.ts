/** The address that one's daily mail goes to: by a real mail server, from asking for it to the first digest, and what a stranger may not do with it. */
import type { AddressInfo } from "node:net";
import { account, mailAddressAsked, tell } from "@zhengdui/store";
import { eq } from "drizzle-orm";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { deliver, writeDigests } from "../../apps/server/src/delivery/deliver.ts";
import { mailer } from "../../apps/server/src/delivery/mailer.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";

const SHOES = "91350582MA8801386B";
const received: ParsedMail[] = [];
let office: TestOffice;
let smtp: SMTPServer;
let url: string;
beforeAll(async () => {
  office = await openTestOffice();
  await office.addEnterprise({ uscc: SHOES, name: "示例鞋业有限公司", territory: "陈埭镇" });
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await office.close();
});
beforeEach(() => {
  received.length = 0;
});

const delivery = () => ({ sendMail: mailer(url, "office@example.invalid"), address: "https://zhengdui.example/office" });
const ask = (person: TestPerson, address: string) =>
  person.client({ method: "POST", url: "/api/office/messages/address", payload: { address } });
const confirm = (person: TestPerson, code: string) =>
  person.client({ method: "POST", url: "/api/office/messages/address/confirmation", payload: { code } });
const shown = async ({ client }: TestPerson) => (await client({ method: "GET", url: "/api/office/messages" })).json();
const minutesLater = (minutes: number) => {
  office.clock.now = new Date(office.clock.now.getTime() + minutes * 60_000);
};
/** The code of the mail that has just been sent. */
async function codeSent(): Promise<string> {
  await deliver(office.office.parts, delivery());
  return /验证码 (\d{6})/.exec(received.at(-1)?.text ?? "")?.[1] ?? "none";
}
const other = (code: string): string => (code === "000000" ? "000001" : "000000");

it("is confirmed by the code that was sent there; from then on the daily mail goes to it, until it is removed", async () => {
  const handler = await office.person("handler", { unit: SHOES });
  expect(await shown(handler)).toMatchObject({ mails: true, address: null });
  expect((await ask(handler, "handler@example.invalid")).json()).toEqual({ sent: true });
  expect((await shown(handler)).asked, "also after the page was loaded anew").toBe("handler@example.invalid");
  const code = await codeSent();
  expect(received.map(({ to }) => (Array.isArray(to) ? to : [to]).map((one) => one?.text))).toEqual([
    ["handler@example.invalid"],
  ]);
  expect((await shown(handler)).address, "not before the code").toBeNull();
  expect((await confirm(handler, code)).json()).toEqual({ address: "handler@example.invalid" });
  expect(await shown(handler)).toMatchObject({ address: "handler@example.invalid", asked: null });
  expect((await confirm(handler, code)).statusCode, "once").toBe(409);
  const telling = { kind: "consultation", title: "您的咨询有答复了", body: "123456.78" };
  await office.asSystem((tx) => tell(tx, [handler.account], telling, office.clock.now));
  const now = office.clock.now;
  minutesLater(24 * 60);
  await writeDigests(office.office.parts, delivery());
  await deliver(office.office.parts, delivery());
  office.clock.now = now;
  expect(received.at(-1)?.subject).toMatch(/您有 1 条新消息/);
  expect(received.at(-1)?.text).not.toMatch(/123456/);
  expect((await handler.client({ method: "DELETE", url: "/api/office/messages/address" })).statusCode).toBe(200);
  expect((await shown(handler)).address).toBeNull();
});

it("isn't confirmed by guessing, by another's code, or too late", async () => {
  const [one, two] = [await office.person("case-officer"), await office.person("case-officer")];
  await ask(one, "one@example.invalid");
  const code = await codeSent();
  await ask(two, "two@example.invalid");
  const second = await codeSent();
  if (code !== second) expect((await confirm(two, code)).statusCode).toBe(422);
  for (let n = 0; n < 5; n++) expect((await confirm(one, other(code))).statusCode).toBe(422);
  const locked = await confirm(one, code);
  expect([locked.statusCode, locked.json().error]).toEqual([409, "输错的次数太多。请重新发一次验证码。"]);
  minutesLater(16);
  await shown(two);
  minutesLater(15);
  expect((await shown(two)).asked, "too late").toBeNull();
  expect((await confirm(two, second)).json().error).toBe("验证码已过期。请重新发一次验证码。");
  const rows = await office.asSystem((tx) => tx.select().from(account).where(eq(account.id, one.account)));
  expect(rows.map(({ email }) => email)).toEqual([null]);
});

it("takes five wrong codes at once for five", async () => {
  const person = await office.person("finance");
  await ask(person, "race@example.invalid");
  const code = await codeSent();
  await Promise.all(Array.from({ length: 5 }, () => confirm(person, other(code))));
  expect((await confirm(person, code)).statusCode).toBe(409);
  const [asked] = await office.asSystem((tx) =>
    tx.select().from(mailAddressAsked).where(eq(mailAddressAsked.accountId, person.account)),
  );
  expect(asked?.wrongCount).toBe(5);
});

it("is no way to send many mails to somebody: one a minute, five a day", async () => {
  const person = await office.person("finance");
  const answers: number[] = [];
  for (let n = 0; n < 7; n++) {
    answers.push((await ask(person, "victim@example.invalid")).statusCode);
    minutesLater(2);
  }
  expect(answers).toEqual([200, 200, 200, 200, 200, 429, 429]);
  const another = await office.person("finance");
  expect((await ask(another, "Victim@Example.invalid")).json().error).toBe(
    "一天里发到这个邮箱的信太多了，请明天再设，或换一个邮箱。",
  );
  await ask(another, "other@example.invalid");
  expect((await ask(another, "other@example.invalid")).json().error).toBe("刚刚发过验证码，请一分钟后再发。");
});

it("sends one code to whoever asks many times at once, also the first time", async () => {
  const person = await office.person("finance");
  const answers = await Promise.all(Array.from({ length: 6 }, () => ask(person, "at-once@example.invalid")));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 429, 429, 429, 429, 429]);
});

it("mails a stranger no more often where many accounts ask for it at once", async () => {
  const many = await Promise.all(Array.from({ length: 8 }, () => office.person("finance")));
  const answers = await Promise.all(many.map((one) => ask(one, "many@example.invalid")));
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(5);
  minutesLater(25 * 60);
  const fresh = await office.person("finance");
  expect((await ask(fresh, "many@example.invalid")).statusCode, "a day later").toBe(200);
});

it.each([
  "",
  "name",
  "a@b",
  "示例 <a@example.invalid>",
  "a@example.invalid, b@example.invalid",
  "a@example.invalid\r\nBcc: all@x.cn",
  "@x.cn",
])("takes no “%s”", async (address) => {
  const answer = await ask(await office.person("bank"), address);
  expect([answer.statusCode, answer.json().problems?.[0]?.path]).toEqual([422, "address"]);
});

/** Other systems that are told: set up by the system administrator, signed, tried again, never inside the own network unless that is allowed. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { checkCallAddress } from "@zhengdui/casework";
import { record } from "@zhengdui/store";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliver } from "../../apps/server/src/delivery/deliver.ts";
import { isInside, outsideOnly } from "../../apps/server/src/delivery/outside-only.ts";
import { callOut } from "../../apps/server/src/delivery/webhook.ts";
import type { Policy } from "../../packages/policy/src/index.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";

const compiled = new URL("../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let office: TestOffice;
let admin: TestPerson;
let peer: Server;
let address: string;
let answer = 204;
const received: Received[] = [];
const delivery = { sendMail: null, address: "https://zhengdui.example/office" };

beforeAll(async () => {
  office = await openTestOffice({ policies: [JSON.parse(readFileSync(compiled, "utf8")) as Policy] });
  admin = await office.person("system-admin");
  peer = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString("utf8") });
      response.writeHead(answer, answer === 302 ? { location: `${address}/elsewhere` } : {}).end();
    });
  });
  await new Promise<void>((resolve) => peer.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(peer.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => peer.close(resolve));
  await office.close();
});

const publishOne = async () => {
  const [officer, head] = [await office.person("case-officer"), await office.person("section-head")];
  const logged = await officer.client({
    method: "POST",
    url: "/api/office/consultations",
    payload: { policy: "jinjiang-2023-11", question: "怎么报？", channel: "phone" },
  });
  const { id } = logged.json();
  await officer.client({ method: "PUT", url: `/api/office/consultations/${id}/answer`, payload: { answer: "见通知。" } });
  const done = await head.client({
    method: "PUT",
    url: `/api/office/consultations/${id}/publication`,
    payload: { question: "怎么报？", answer: "见通知。" },
  });
  expect(done.statusCode).toBe(200);
  return id as string;
};

describe("a webhook", () => {
  let secret = "";
  let hook = "";

  it("is set up once with a secret that is shown once", async () => {
    const made = await admin.client({
      method: "POST",
      url: "/api/office/webhooks",
      payload: { name: "示例平台", url: `${address}/hook`, events: ["consultation.published"] },
    });
    expect(made.statusCode).toBe(200);
    ({ secret, id: hook } = made.json());
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/=]{32}$/);
    const listed = await admin.client({ method: "GET", url: "/api/office/webhooks" });
    expect(listed.json().webhooks).toMatchObject([{ id: hook, name: "示例平台" }]);
    expect(listed.body).not.toContain(secret.slice(6));
  });

  it("is called with a signature that its receiver can check", async () => {
    const id = await publishOne();
    expect(await deliver(office.office.parts, delivery)).toBe(1);
    const [call] = received;
    expect(JSON.parse(call?.body ?? "")).toMatchObject({ event: "consultation.published", data: { id } });
    const [version, given = ""] = String(call?.headers["webhook-signature"]).split(",");
    const signed = `${call?.headers["webhook-id"]}.${call?.headers["webhook-timestamp"]}.${call?.body}`;
    const own = createHmac("sha256", Buffer.from(secret.slice("whsec_".length), "base64"))
      .update(signed)
      .digest();
    expect(version).toBe("v1");
    expect(timingSafeEqual(own, Buffer.from(given, "base64"))).toBe(true);
    expect(Number(call?.headers["webhook-timestamp"])).toBe(office.clock.now.getTime() / 1000);
  });

  it("follows no redirect, and is tried again", async () => {
    answer = 302;
    received.length = 0;
    await publishOne();
    expect(await deliver(office.office.parts, delivery)).toBe(0);
    expect(received).toHaveLength(1);
    const standing = async () => (await admin.client({ method: "GET", url: "/api/office/webhooks" })).json().webhooks[0];
    expect(await standing()).toMatchObject({ waiting: 1, givenUp: 0, lastFault: "对方答复 302" });
    answer = 204;
    office.clock.now = new Date(office.clock.now.getTime() + 61_000);
    expect(await deliver(office.office.parts, delivery)).toBe(1);
    const arrived = { waiting: 0, givenUp: 0, lastFault: null, lastSentAt: office.clock.now.toISOString() };
    expect(await standing()).toMatchObject(arrived);
  });

  it("is tried by a test call, signed like any other, whatever it asks to be told of", async () => {
    received.length = 0;
    const tested = await admin.client({ method: "POST", url: `/api/office/webhooks/${hook}/test` });
    expect(tested.statusCode).toBe(200);
    expect(await deliver(office.office.parts, delivery)).toBe(1);
    expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ event: "test", data: {} });
    expect(received[0]?.headers).toMatchObject({ "webhook-event": "test", "webhook-signature": expect.stringMatching(/^v1,/) });
  });

  it("that was given up is called again when asked, and both are on record", async () => {
    const url = `/api/office/webhooks/${hook}/again`;
    const again = () => admin.client({ method: "POST", url });
    expect((await again()).json().error).toContain("没有不再试的回调");
    answer = 500;
    const id = await publishOne();
    for (let turn = 0; turn < 10; turn++) {
      await deliver(office.office.parts, delivery);
      office.clock.now = new Date(office.clock.now.getTime() + 86_400_000);
    }
    admin = await office.person("system-admin");
    const standing = async () => (await admin.client({ method: "GET", url: "/api/office/webhooks" })).json().webhooks[0];
    expect(await standing()).toMatchObject({ waiting: 0, givenUp: 1, lastFault: "对方答复 500" });
    answer = 204;
    received.length = 0;
    expect((await again()).json()).toEqual({ id: hook, again: 1 });
    expect(await deliver(office.office.parts, delivery)).toBe(1);
    expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ data: { id } });
    expect(await standing()).toMatchObject({ waiting: 0, givenUp: 0, lastFault: null });
    const deeds = await office.asSystem((tx) => tx.select().from(record).where(eq(record.subject, hook)));
    const told = deeds.filter(({ outcome }) => outcome === "done").map(({ detail }) => detail);
    expect(told).toEqual(expect.arrayContaining([{ deed: "test" }, { deed: "again", calls: 1 }]));
    expect((await (await office.person("security-admin")).client({ method: "POST", url })).statusCode).toBe(403);
  });

  it("is called no more once it is ended", async () => {
    received.length = 0;
    await admin.client({ method: "DELETE", url: `/api/office/webhooks/${hook}` });
    await publishOne();
    expect(await deliver(office.office.parts, delivery)).toBe(0);
    expect(received).toEqual([]);
    expect((await admin.client({ method: "DELETE", url: `/api/office/webhooks/${hook}` })).statusCode).toBe(404);
  });
});

it.each([
  ["https://huiqi.example.gov.cn/hooks/zhengdui", null],
  ["http://huiqi.example.gov.cn/", /不是 https/],
  ["https://localhost/", /本机或内网/],
  ["https://127.0.0.1:8443/x", /本机或内网/],
  ["https://127.1/", /本机或内网/],
  ["https://2130706433/", /本机或内网/],
  ["https://0x7f.0.0.1/", /本机或内网/],
  ["https://0177.0.0.1/", /本机或内网/],
  ["https://0x7f000001/", /本机或内网/],
  ["https://localhost./", /本机或内网/],
  ["https://127.0.0.1./", /本机或内网/],
  ["https://a..b:99999/", /不是能用的网址/],
  ["https://10.1.2.3/", /本机或内网/],
  ["https://172.31.0.1/", /本机或内网/],
  ["https://192.168.1.1/", /本机或内网/],
  ["https://169.254.169.254/latest/meta-data", /本机或内网/],
  ["https://[::1]/", /本机或内网/],
  ["https://intranet/", /本机或内网/],
  ["https://user:secret@example.gov.cn/", /不是能用的网址/],
  ["javascript:alert(1)", /不是能用的网址/],
  ["https://8.8.8.8/hook", null],
])("calls %s or says why not", (url, problem) => {
  const checked = checkCallAddress(url, false);
  if (problem === null) expect(checked).toEqual({ ok: true, value: url });
  else expect(checked).toMatchObject({ ok: false, errors: [{ problem: expect.stringMatching(problem) }] });
});

it("are listed at once among years of calls", async () => {
  const setUp = (name: string) =>
    admin.client({
      method: "POST",
      url: "/api/office/webhooks",
      payload: { name, url: "https://huiqi.example.gov.cn/calls", events: ["register.imported"] },
    });
  for (const name of ["一", "二", "三", "四"]) await setUp(`早已设好的平台${name}`);
  const { id } = (await setUp("早已设好的平台五")).json();
  // So many that going through them all would be seen.
  await office.asSystem((tx) =>
    tx.execute(sql`insert into outbox (id, kind, payload, written_at, due_at, sent_at)
      select 'call-' || to_char(n, 'FM000000'), 'webhook', jsonb_build_object('webhook', case when n % 10 = 0 then ${id}::text else 'other' end, 'body', repeat('x', 500)),
        now(), now(), case when n > 10 then now() end from generate_series(1, 100000) n`),
  );
  const times: number[] = [];
  for (let n = 0; n < 3; n++) {
    const begun = performance.now();
    const [listed] = (await admin.client({ method: "GET", url: "/api/office/webhooks" })).json().webhooks;
    times.push(performance.now() - begun);
    expect(listed).toMatchObject({ id, waiting: 1, givenUp: 0, lastSentAt: expect.any(String) });
  }
  expect(Math.min(...times)).toBeLessThan(90);
});

it("doesn't call a name that leads inside by now, nor what was set up while that was allowed", async () => {
  const told = await new Promise<Error | null>((resolve) => outsideOnly("localhost", { all: true }, (error) => resolve(error)));
  expect(told?.message).toContain("指向本机或内网");
  const made = await admin.client({
    method: "POST",
    url: "/api/office/webhooks",
    payload: { name: "内网系统", url: `${address}/inside`, events: ["consultation.published"] },
  });
  expect(made.statusCode).toBe(200);
  await publishOne();
  received.length = 0;
  expect(await deliver({ ...office.office.parts, callsInside: false }, delivery)).toBe(0);
  expect(received).toEqual([]);
  const never = { id: "a", tenant: "b", url: "https://127.0.0.1/", event: "c", body: "{}", sealedSecret: "d" };
  expect(await callOut(office.office.parts.sealingKey, never, office.clock.now, false)).toContain("本机或内网");
});

it.each([
  ["::1", true],
  ["::ffff:10.0.0.1", true],
  ["::ffff:7f00:1", true],
  ["64:ff9b::7f00:1", true],
  ["2002:7f00:1::", true],
  ["fd00::1", true],
  ["fe80::1", true],
  ["169.254.169.254", true],
  ["100.100.100.200", true],
  ["0.0.0.0", true],
  ["240e:1234::1", false],
  ["8.8.8.8", false],
  ["::ffff:8.8.8.8", false],
])("knows where %s is", (one, here) => expect(isInside(one)).toBe(here));

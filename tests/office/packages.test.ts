/** Claims as the platform exports them: looked at, imported whole or not at all, decided, told back; by the pages and by a program with a key. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Validator } from "@seriousme/openapi-schema-validator";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliver } from "../../apps/server/src/delivery/deliver.ts";
import { readXlsx } from "../../apps/server/src/sheet/read-xlsx.ts";
import { writeXlsx } from "../../apps/server/src/sheet/write-xlsx.ts";
import { makeCreditCode } from "../../packages/basics/src/index.ts";
import { CLAIM_STAGES, EVENT_NAMES, FILE_SIZE_BYTES, PACKAGE_LIMITS } from "../../packages/casework/src/index.ts";
import type { Policy } from "../../packages/policy/src/index.ts";
import { describeOffice } from "./describe-office.ts";
import { type Client, openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";
import { PDF } from "./upload-file.ts";

const compiled = new URL("../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
const [SHOES, FOOD] = ["MA00001A", "MA00002A"].map((digits) => makeCreditCode("91350582", digits) ?? "") as [string, string];
const LONG = "20230000000000000017";
const HEADS = ["申报编号", "统一社会信用代码", "单位名称", "项目名称", "申报金额（万元）", "从业人数", "平台状态"];
const row = (number: string, uscc = SHOES, amount = "12.5", project = "软件", people = "81", platform = "待审核") => [
  ...[number, uscc, uscc === SHOES ? "示例鞋业有限公司" : "示例食品有限公司", project, amount, people, platform],
];
const sheet = (...rows: (string | null)[][]) =>
  writeXlsx([{ name: "申报", widths: HEADS.map(() => 12), rows: [HEADS, ...rows] }]);
const packed = (files: Record<string, Uint8Array>, ...rows: string[][]) =>
  Buffer.from(zipSync({ "导出/申报表.xlsx": sheet(...rows), ...files }));

const mapping = {
  name: "示例平台",
  policy: "jinjiang-2023-11",
  mapping: {
    headings: {
      number: "申报编号",
      uscc: "统一社会信用代码",
      name: "单位名称",
      project: "项目名称",
      claimed: "申报金额（万元）",
    },
    claimedUnit: "wan",
    facts: [{ path: "applicant.employees", heading: "从业人数" }],
    attachments: "附件/{number}/",
  },
};

let office: TestOffice;
let [officer, head]: TestPerson[] = [];
beforeAll(async () => {
  office = await openTestOffice({ policies: [JSON.parse(readFileSync(compiled, "utf8")) as Policy] });
  await office.addEnterprise({ uscc: SHOES, name: "示例鞋业有限公司", territory: "陈埭镇" });
  [officer, head] = [await office.person("case-officer"), await office.person("section-head")];
  const saved = await as(officer)("POST", "/mappings", mapping);
  expect(saved.statusCode).toBe(200);
});
afterAll(async () => {
  await office.close();
  rmSync(own, { recursive: true, force: true });
});
/** Where this process receives packages. */
const own = mkdtempSync(join(tmpdir(), "zhengdui-received-"));
process.env.TMPDIR = own;
const leftBehind = () => readdirSync(own).filter((name) => name.startsWith("zhengdui-package-"));

const as = (person: TestPerson | undefined) => (method: "GET" | "POST", url: string, payload?: object) =>
  (person as TestPerson).client({ method, url: `/api/office${url}`, ...(payload === undefined ? {} : { payload }) });
const send = (client: Client, path: string, bytes: Buffer | Readable, query = "", headers: Record<string, string> = {}) =>
  client({
    method: "POST",
    url: `/api/office${path}?mapping=${encodeURIComponent("示例平台")}&name=${encodeURIComponent("导出.zip")}${query}`,
    payload: bytes,
    headers: { "content-type": "application/zip", ...headers },
  });
const preview = (bytes: Buffer) => send((officer as TestPerson).client, "/packages/previews", bytes);
const take = (bytes: Buffer, query = "") => send((officer as TestPerson).client, "/packages", bytes, query);
const claim = async (number: string) => (await as(officer)("GET", `/claims/${number}`)).json();
const decide = (person: TestPerson | undefined, number: string, payload: object) =>
  as(person)("POST", `/claims/${number}/decisions`, payload);

describe("a mapping", () => {
  it("follows an older one of its name, which stays", async () => {
    const newer = await as(officer)("POST", "/mappings", { ...mapping, mapping: { ...mapping.mapping, sheet: "申报" } });
    const all = await as(officer)("GET", `/mappings?name=${encodeURIComponent("示例平台")}`);
    expect(all.json().mappings).toMatchObject([
      { id: newer.json().id, mapping: { sheet: "申报" } },
      { mapping: { sheet: null } },
    ]);
    expect((await as(officer)("GET", "/mappings")).json().mappings).toHaveLength(1);
  });

  it("names facts that the policy declares, no tax figures, and each column once", async () => {
    const facts = ["applicant.employee", "applicant.fiscalContribution", "applicant.revenue"].map((path) => ({
      path,
      heading: "从业人数",
    }));
    const refused = await as(officer)("POST", "/mappings", {
      ...mapping,
      mapping: { ...mapping.mapping, facts, attachments: "../{number}" },
    });
    expect(refused.statusCode).toBe(422);
    const said = refused.json().problems.map((one: { path: string; problem: string }) => `${one.path} ${one.problem}`);
    expect(said).toEqual([
      expect.stringMatching(/^mapping\.facts\[0\]\.path .*没有“applicant\.employee”/),
      expect.stringMatching(/^mapping\.facts\[1\]\.path .*fiscalContribution/),
      expect.stringMatching(/^mapping\.facts\[1\]\.heading .*用了两次/),
      expect.stringMatching(/^mapping\.facts\[2\]\.heading .*用了两次/),
      expect.stringMatching(/^mapping\.attachments .*外面/),
    ]);
    expect((await as(head)("POST", "/mappings", mapping)).statusCode).toBe(403);
  });

  it("is made from the first rows of a sample", async () => {
    const answer = await send(
      (officer as TestPerson).client,
      "/mappings/headings",
      packed({ "导出/附件/A1/a.pdf": PDF }, row("A1")),
    );
    expect(answer.statusCode).toBe(400);
    const sample = await officer?.client({
      method: "POST",
      url: "/api/office/mappings/headings?name=a.zip",
      payload: packed({ "导出/附件/A1/a.pdf": PDF }, row("A1")),
      headers: { "content-type": "application/zip" },
    });
    expect(sample?.json()).toMatchObject({ sheets: [{ name: "申报", rows: [HEADS, row("A1")] }], files: ["附件/A1/a.pdf"] });
  });
});

describe("a package", () => {
  it("is looked at and nothing is kept", async () => {
    const seen = await preview(packed({}, row(LONG), row("A2", FOOD)));
    expect(seen.json()).toMatchObject({
      ...{ added: 2, changed: 0, unchanged: 0, attachments: 0 },
      claims: [{ number: LONG, claimed: "125000.00", row: 2 }, { number: "A2" }],
      unknownUnits: [{ uscc: FOOD, name: "示例食品有限公司" }],
    });
    expect((await as(officer)("GET", "/claims")).json().claims).toEqual([]);
  });

  it("comes back with all faults by cell, and nothing of it is kept", async () => {
    const bad = packed(
      { "导出/附件/A9/a.pdf": PDF, "导出/附件/A1/x.exe": Buffer.from("MZ\0\0") },
      row("A1", "91350582MA00001A50"),
      row("A2", SHOES, "-3"),
      row("A2", SHOES, "1", "软件", "许多"),
    );
    const answer = await take(bad);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().error).toBe("申报包有 4 处要改，改好以后再导入；现在什么也没有保存。");
    expect(answer.json().problems.map(({ path }: { path: string }) => path)).toEqual([
      "申报!B2",
      "申报!E3",
      "申报!A4",
      "申报!F4",
    ]);
    const attached = await take(packed({ "导出/附件/A9/a.pdf": PDF, "导出/附件/A1/x.exe": Buffer.from("MZ\0\0") }, row("A1")));
    expect(attached.json().problems).toMatchObject([
      { path: "导出/附件/A9/a.pdf", problem: "申报表里没有 A9 这一件" },
      { path: "导出/附件/A1/x.exe", problem: "不是可以上传的文件类型" },
    ]);
    expect((await as(officer)("GET", "/packages")).json().packages).toEqual([]);
  });

  it("is imported with its attachments, unknown units on demand", async () => {
    const bytes = packed({ "导出/附件/A2/发票.pdf": PDF, "导出/说明.txt": Buffer.from("说明") }, row(LONG), row("A2", FOOD));
    const refused = await take(bytes);
    expect([refused.statusCode, refused.json().problems]).toMatchObject([422, [{ path: FOOD }]]);
    const taken = await take(bytes, "&addUnits=true");
    expect(taken.json()).toMatchObject({
      package: { added: 2, attachments: 1, fileName: "导出.zip" },
      weighed: { notes: [expect.stringContaining("导出/说明.txt")] },
    });
    const whole = await claim("A2");
    expect(whole).toMatchObject({
      ...{ uscc: FOOD, project: "软件", claimed: "125000.00", state: "received", stateLabel: "待受理" },
      ...{ facts: { "applicant.employees": 81 }, others: { 平台状态: "待审核" } },
      attachments: [{ path: "附件/A2/发票.pdf", name: "发票.pdf", mediaType: "application/pdf" }],
    });
    const file = await as(officer)("GET", `/files/${whole.attachments[0].file}`);
    expect(file.rawPayload).toEqual(PDF);
    const listed = await as(officer)("GET", `/packages/${taken.json().package.id}`);
    expect(listed.json().claims.map((one: { number: string }) => one.number)).toEqual([LONG, "A2"]);
  });

  it("says of a claim that is known: the same, or what changed; never two", async () => {
    const again = await take(packed({ "导出/附件/A2/发票.pdf": PDF }, row(LONG), row("A2", FOOD, "13")));
    expect(again.json().weighed).toMatchObject({
      ...{ added: 0, changed: 1, unchanged: 1, attachments: 0 },
      claims: [{ number: "A2", changes: [{ field: "申报金额（元）", from: "125000.00", to: "130000.00" }] }, { number: LONG }],
    });
    expect((await as(officer)("GET", "/claims")).json().claims).toHaveLength(2);
  });

  it("leaves no file behind", async () => {
    await expect.poll(leftBehind).toEqual([]);
  });

  it.each([
    [
      "a file that isn't the one that was looked at",
      () => take(packed({}, row("A1")), `&sha256=${"0".repeat(64)}`),
      409,
      /不是预览过的/,
    ],
    ["JSON", () => as(officer)("POST", "/packages?mapping=x&name=x", {}), 400, /有误/],
    [
      "an unknown mapping",
      () =>
        officer?.client({
          method: "POST",
          url: "/api/office/packages?mapping=x&name=x",
          payload: PDF,
          headers: { "content-type": "application/zip" },
        }),
      422,
      /没有“x”/,
    ],
    [
      "200 MB by its own word",
      () =>
        send((officer as TestPerson).client, "/packages", Buffer.alloc(8), "", { "content-length": String(200 * 1024 * 1024) }),
      413,
      /至多 128 MB/,
    ],
  ] as const)("is refused: %s", async (_, sent, status, words) => {
    const answer = await sent();
    expect([answer?.statusCode, answer?.json().error]).toEqual([status, expect.stringMatching(words)]);
  });

  it("of more than the limit is refused while it comes, and kept nowhere", async () => {
    const part = Buffer.alloc(1024 * 1024);
    let parts = 0;
    const endless = Readable.from(
      (function* () {
        for (; parts < 200; parts++) yield part;
      })(),
    );
    const answer = await send((officer as TestPerson).client, "/packages", endless);
    expect([answer.statusCode, answer.json().error]).toEqual([413, expect.stringMatching(/至多 128 MB/)]);
    expect(parts).toBeLessThan(150);
    await expect.poll(leftBehind).toEqual([]);
  });
});

describe("a decision", () => {
  it("goes the ways of the table, by those who may", async () => {
    expect((await decide(officer, "A2", { state: "approved", amount: "1" })).statusCode).toBe(409);
    expect((await decide(officer, "A2", { state: "accepted" })).json()).toMatchObject({ state: "accepted" });
    expect((await decide(officer, "A2", { state: "approved", amount: "1" })).json().error).toMatch(/科室负责人/);
    expect((await decide(head, "A2", { state: "approved", amount: "130000.01" })).json().error).toMatch(/超过申报/);
    expect((await decide(head, "A2", { state: "approved" })).json().problems).toMatchObject([{ path: "amount" }]);
    expect((await decide(head, "A2", { state: "approved", amount: "120000" })).json()).toMatchObject({ approved: "120000.00" });
    expect((await decide(officer, LONG, { state: "returned" })).json().problems).toMatchObject([{ path: "reason" }]);
    expect((await decide(officer, LONG, { state: "returned", reason: "=缺合同" })).statusCode).toBe(200);
    expect((await claim("A2")).decisions.map((one: { to: string }) => one.to)).toEqual(["approved", "accepted"]);
    expect((await decide(await office.person("division-leader"), "A2", { state: "accepted" })).statusCode).toBe(403);
  });

  it("keeps what it rests on; other columns may change, and what was returned comes again", async () => {
    const refused = await take(packed({}, row("A2", FOOD, "14")));
    expect(refused.json().problems).toMatchObject([{ path: "申报!2:2", problem: "A2 予以支持，这次导出的申报金额（元）却变了" }]);
    const platform = await take(packed({}, row("A2", FOOD, "13", "软件", "81", "审核中")));
    expect(platform.json().weighed).toMatchObject({ changed: 1 });
    expect(await claim("A2")).toMatchObject({ state: "approved", others: { 平台状态: "审核中" } });
  });

  it("goes back to the platform once, as texts under its headings", async () => {
    const { packages } = (await as(officer)("GET", "/packages")).json();
    const first = packages.at(-1).id;
    const told = await as(head)("POST", `/packages/${first}/results`);
    expect(told.statusCode).toBe(200);
    const read = readXlsx(told.rawPayload);
    expect(read.ok && read.value[0]?.rows).toEqual([
      ["申报编号", "统一社会信用代码", "单位名称", "办理结果", "原因", "核定金额（万元）", "办理日期"],
      [LONG, SHOES, "示例鞋业有限公司", "退回补正", "=缺合同", null, "2026-11-25"],
      ["A2", FOOD, "示例食品有限公司", "予以支持", null, "12.00", "2026-11-25"],
    ]);
    expect((await claim("A2")).exportedAt).not.toBeNull();
    expect((await as(head)("POST", `/packages/${first}/results`)).statusCode).toBe(409);
    expect((await as(head)("POST", `/packages/${first}/results?again=true`)).statusCode).toBe(200);
    expect((await decide(head, "A2", { state: "accepted", reason: "误" })).json().error).toMatch(/已经导出/);
    const again = await take(packed({}, row(LONG, SHOES, "12")));
    expect(again.json().weighed).toMatchObject({ changed: 1 });
    expect(await claim(LONG)).toMatchObject({ state: "received", claimed: "120000.00", exportedAt: null });
  });
});

describe("a program with a key", () => {
  const calls: { headers: IncomingHttpHeaders; body: string }[] = [];
  let peer: Server;
  let secret = "";
  afterAll(() => new Promise((resolve) => peer.close(resolve)));

  it("imports a package, lists, decides, and is told of both with a signature", async () => {
    peer = createServer((request, response) => {
      let body = "";
      request.on("data", (part: Buffer) => {
        body += part;
      });
      request.on("end", () => {
        calls.push({ headers: request.headers, body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => peer.listen(0, "127.0.0.1", resolve));
    const admin = await office.person("system-admin");
    const url = `http://127.0.0.1:${(peer.address() as AddressInfo).port}/hook`;
    const hook = await as(admin)("POST", "/webhooks", { name: "平台", url, events: ["package.imported", "claim.decided"] });
    secret = hook.json().secret;
    const actions = ["package.import", "package.read", "claim.decide"];
    const made = await as(admin)("POST", "/keys", { name: "平台", role: "case-officer", actions, expiresOn: "2026-12-31" });
    const guard = await office.person("security-admin");
    expect((await as(guard)("POST", `/keys/${made.json().id}/confirmation`)).statusCode).toBe(200);
    const program: Client = (request) =>
      office.app.inject({
        ...request,
        headers: { ...request.headers, host: "localhost", authorization: `Bearer ${made.json().key}` },
      });
    const taken = await send(program, "/packages", packed({}, row("B1")));
    expect(taken.json()).toMatchObject({ package: { added: 1 } });
    const listed = await program({ method: "GET", url: "/api/office/claims?state=received&policy=jinjiang-2023-11" });
    expect(listed.json().claims.map((one: { number: string }) => one.number)).toContain("B1");
    const decided = await program({ method: "POST", url: "/api/office/claims/B1/decisions", payload: { state: "accepted" } });
    expect(decided.statusCode).toBe(200);
    expect((await program({ method: "GET", url: "/api/office/mappings" })).statusCode).toBe(200);
    expect((await program({ method: "POST", url: `/api/office/packages/${taken.json().package.id}/results` })).statusCode).toBe(
      403,
    );
    expect(await deliver(office.office.parts, { sendMail: null, address: "https://zhengdui.example/office" })).toBe(2);
    const said = calls.map(({ body }) => JSON.parse(body));
    expect(said).toMatchObject([
      { event: "package.imported", data: { id: taken.json().package.id, added: 1 } },
      { event: "claim.decided", data: { number: "B1", state: "accepted" } },
    ]);
    const { isGenuine } = await documented();
    const now = office.clock.now.getTime() / 1000;
    for (const { headers, body } of calls) {
      expect(isGenuine(secret, headers, body, now)).toBe(true);
      expect(isGenuine(secret, headers, `${body} `, now)).toBe(false);
      expect(isGenuine(secret, headers, body, now + 301)).toBe(false);
      expect(isGenuine("whsec_AAAA", headers, body, now)).toBe(false);
    }
  });
});

const page = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");

/** The check of a signature as docs/api.md shows it. */
async function documented(): Promise<{
  isGenuine: (secret: string, headers: IncomingHttpHeaders, body: string, now: number) => boolean;
}> {
  const [, code = ""] = /^```js\n([\s\S]*?)^```$/m.exec(page) ?? [];
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}

it("is told of in docs/api.md with its limits, events and states", () => {
  const mib = 1024 * 1024;
  const { bytes, unpackedBytes, entries } = PACKAGE_LIMITS;
  expect(page).toContain(`${bytes / mib} MB，解开后 ${unpackedBytes / mib} MB，${entries} 个文件`);
  expect(page).toContain(`每个文件 | ${FILE_SIZE_BYTES / mib} MB`);
  for (const event of EVENT_NAMES) expect(page).toContain(`| \`${event}\` | `);
  for (const [state, label] of Object.entries(CLAIM_STAGES)) expect(page).toContain(`\`${state}\` ${label}`);
});

it("is described as OpenAPI 3.1", async () => {
  const description = JSON.parse(await describeOffice());
  const checked = await new Validator().validate(description);
  expect(checked).toMatchObject({ valid: true });
  expect(description.paths["/api/office/packages"].post.requestBody.content).toHaveProperty("application/zip");
});

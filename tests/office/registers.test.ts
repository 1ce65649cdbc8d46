/** Registers over the real server and database: preview, confirm, undo, export; who sees contributions; large files. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmRegister } from "../../apps/server/src/sheet/confirm-register.ts";
import { writeCsv } from "../../apps/server/src/sheet/write-csv.ts";
import { writeXlsx } from "../../apps/server/src/sheet/write-xlsx.ts";
import { makeCreditCode } from "../../packages/basics/src/index.ts";
import { record, registerRow } from "../../packages/store/src/index.ts";
import { COUNTY, OTHER_COUNTY, openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";

const codeOf = (n: number): string => makeCreditCode("91350582", `MB${String(n).padStart(6, "0")}`) ?? "";
const [A, B, C, D] = [codeOf(1), codeOf(2), codeOf(3), codeOf(4)];
const HEAD = ["信用代码", "企业名称"];

let office: TestOffice;
let officer: TestPerson;
let finance: TestPerson;
let town: TestPerson;
let handler: TestPerson;
beforeAll(async () => {
  office = await openTestOffice();
  await office.addEnterprise({ uscc: A, name: "示例鞋业有限公司", territory: "陈埭镇" });
  await office.addEnterprise({ uscc: B, name: "示例食品有限公司", territory: "安海镇" });
  officer = await office.person("case-officer");
  finance = await office.person("finance");
  town = await office.person("town", { territory: "陈埭镇" });
  handler = await office.person("handler", { unit: A });
});
afterAll(() => office.close());

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
type Rows = readonly (readonly (string | null)[])[];
const xlsx = (rows: Rows): Buffer => writeXlsx([{ name: "规上名单", widths: [], rows }]);

interface Upload {
  readonly path?: string;
  readonly kind?: string;
  readonly period?: string;
  readonly force?: boolean;
  readonly by?: TestPerson;
}
async function upload(
  file: Buffer,
  { path = "/registers", kind = "above-scale", period = "2023", force, by = officer }: Upload = {},
) {
  const query = new URLSearchParams({ kind, period, name: "名单.xlsx", ...(force ? { force: "true" } : {}) });
  const url = `/api/office${path}/previews?${query}`;
  const answer = await by.client({ method: "POST", url, payload: file, headers: { "content-type": XLSX } });
  return { status: answer.statusCode, body: answer.json() };
}
async function confirm(preview: string, addEnterprises = true, { path = "/registers", by = officer }: Upload = {}) {
  // Each version its own moment: the list is in the order of time.
  office.clock.now = new Date(office.clock.now.getTime() + 1_000);
  const url = `/api/office${path}/previews/${preview}/confirm`;
  const answer = await by.client({ method: "POST", url, payload: { addEnterprises } });
  return { status: answer.statusCode, body: answer.json() };
}
async function undo(id: string, reason: string, by = officer) {
  const answer = await by.client({ method: "POST", url: `/api/office/registers/versions/${id}/undo`, payload: { reason } });
  return { status: answer.statusCode, body: answer.json() };
}
const get = async (url: string, by = officer) => {
  const answer = await by.client({ method: "GET", url: `/api/office${url}` });
  return {
    status: answer.statusCode,
    body: answer.headers["content-type"]?.toString().includes("json") ? answer.json() : answer.rawPayload,
  };
};

describe("a register", () => {
  let first: string;
  let second: string;

  it("is previewed: nothing is saved, faults are told by cell", async () => {
    const bad = await upload(xlsx([HEAD, ["91350582MA8801386A", "示例一有限公司"], [A, null]]));
    expect(bad.status).toBe(422);
    expect(bad.body.error).toBe("规上名单有 2 处要改，改好以后再导入；现在什么也没有保存。");
    expect(bad.body.problems.map(({ path }: { path: string }) => path)).toEqual(["规上名单!A2", "规上名单!B3"]);
    const good = await upload(xlsx([HEAD, [A, "示例鞋业有限公司"], [C, "示例石材有限公司"]]));
    expect(good).toMatchObject({
      status: 200,
      body: {
        format: "xlsx",
        rowCount: 2,
        against: null,
        unknown: { count: 1, first: [{ uscc: C, place: 3 }] },
        diff: { added: { count: 2 }, same: 0 },
      },
    });
    expect((await get("/registers/versions?kind=above-scale")).body.versions).toEqual([]);
  });

  it("is taken whole, with who is new where that is asked for", async () => {
    const { body } = await upload(xlsx([HEAD, [A, "示例鞋业有限公司"], [C, "示例石材有限公司"]]));
    const refused = await confirm(body.preview, false);
    expect([refused.status, refused.body.error]).toEqual([422, expect.stringContaining("有 1 家企业不在企业档案里")]);
    const taken = await confirm(body.preview);
    expect(taken).toMatchObject({
      status: 200,
      body: { enterprisesAdded: 1, version: { number: 1, current: true, rowCount: 2, added: 2 } },
    });
    first = taken.body.version.id;
    expect(await confirm(body.preview)).toMatchObject({ status: 409, body: { error: expect.stringContaining("已经确认过") } });
    const rows = await get(`/registers/versions/${first}/rows`);
    expect(rows.body.rows.map((one: { cells: string[] }) => one.cells[0])).toEqual([A, C]);
    expect(rows.body.version.importedByName).toBe("示例经办人");
    const kinds: { id: string; latest: { id: string } | null }[] = (await get("/registers/kinds")).body.kinds;
    const latest = kinds.filter((kind) => kind.latest !== null).map((kind) => [kind.id, kind.latest?.id]);
    expect(latest).toEqual([["above-scale", first]]);
  });

  it.each([
    ["石 材", [3]],
    [C.slice(4).toLowerCase(), [3]],
    ["示例", [2, 3]],
    ["%", []],
  ])("has rows that are found by words in any cell: %s", async (words, places) => {
    const found = await get(`/registers/versions/${first}/rows?words=${encodeURIComponent(words)}`);
    expect(found.body.rows.map(({ place }: { place: number }) => place)).toEqual(places);
  });

  it("is refused a second time, unless forced", async () => {
    const again = await upload(xlsx([HEAD, [A, "示例鞋业有限公司"], [C, "示例石材有限公司"]]));
    expect([again.status, again.body.error]).toEqual([409, expect.stringContaining("这个文件已经导入过：2023 规上名单第 1 版")]);
    const same = await upload(writeCsv([HEAD, [C, "示例石材有限公司"], [A, "示例鞋业有限公司"]]));
    expect([same.status, same.body.error]).toEqual([409, expect.stringContaining("完全相同")]);
    const file = xlsx([HEAD, [A, "示例鞋业有限公司"], [C, "示例石材有限公司"]]);
    expect((await upload(file, { force: true })).status).toBe(200);
  });

  it("is compared with the version in force, and warns of other names", async () => {
    const { body } = await upload(writeCsv([HEAD, [A, "示例鞋业集团有限公司"], [B, "示例食品有限公司"]]));
    expect(body.against).toEqual({ period: "2023", number: 1 });
    expect(body.format).toBe("CSV（UTF-8，以逗号分隔）");
    expect([body.diff.added.count, body.diff.removed.count, body.diff.changed.count, body.diff.same]).toEqual([1, 1, 1, 0]);
    expect(body.warnings.first).toEqual([`第 2 行：${A} 在名单里是“示例鞋业集团有限公司”，在企业档案里是“示例鞋业有限公司”。`]);
    const taken = await confirm(body.preview);
    expect(taken.body.version).toMatchObject({ number: 2, current: true, added: 1, removed: 1, changed: 1 });
    second = taken.body.version.id;
    expect((await get(`/registers/versions/${first}/rows`)).body.version.current).toBe(false);
  });

  it("isn't taken where somebody else was quicker", async () => {
    const colleague = await office.person("case-officer");
    const mine = await upload(xlsx([HEAD, [A, "示例鞋业有限公司"]]));
    const theirs = await upload(xlsx([HEAD, [B, "示例食品有限公司"]]), { by: colleague });
    expect((await confirm(mine.body.preview, true, { by: colleague })).status).toBe(404);
    const quick = await confirm(theirs.body.preview, true, { by: colleague });
    expect(quick.status).toBe(200);
    const late = await confirm(mine.body.preview);
    expect([late.status, late.body.error]).toEqual([409, expect.stringContaining("已被别人导入或撤销")]);
    expect((await undo(second, "先撤前一版")).body.error).toContain("只能撤销最新的一版");
    expect((await undo(quick.body.version.id, "抢先导入的测试")).status).toBe(200);
  });

  it("is undone, the latest alone, and stays readable", async () => {
    expect((await undo(second, "")).status).toBe(400);
    const undone = await undo(second, "统计局发错了文件");
    expect(undone.body).toMatchObject({
      current: false,
      undone: { reason: "统计局发错了文件", by: officer.account, byName: "示例经办人" },
    });
    expect((await undo(second, "再撤一次")).body.error).toContain("已经撤销过");
    const { versions } = (await get("/registers/versions?kind=above-scale&period=2023")).body;
    expect(versions.map(({ number, current }: { number: number; current: boolean }) => [number, current])).toEqual([
      [3, false],
      [2, false],
      [1, true],
    ]);
    expect((await get(`/registers/versions/${second}/rows`)).body.rows).toHaveLength(2);
  });

  it("waits two hours to be taken", async () => {
    const { body } = await upload(xlsx([HEAD, [B, "示例食品有限公司"]]));
    const later = new Date(office.clock.now.getTime() + 121 * 60_000);
    const kinds = [...office.office.parts.registers.values()];
    const late = await office.asSystem((tx) =>
      confirmRegister(tx, kinds, { preview: body.preview, addEnterprises: true, by: officer.account, now: later }),
    );
    expect(late).toMatchObject({ ok: false, errors: [{ status: 410 }] });
    const other = await upload(xlsx([HEAD, [D, "示例机械有限公司"]]));
    const replaced = await confirm(body.preview);
    expect([replaced.status, replaced.body.error]).toEqual([410, expect.stringContaining("已经失效")]);
    expect(other.status).toBe(200);
  });

  it("is written out, and what was written is what is there", async () => {
    const file = await get(`/registers/versions/${first}/export?format=xlsx`);
    const again = await upload(file.body as Buffer);
    expect([again.status, again.body.error]).toEqual([409, expect.stringContaining("完全相同")]);
    const template = await get("/registers/kinds/above-scale/template?format=csv");
    expect(template.body.toString()).toBe('\uFEFF"统一社会信用代码","单位名称","年度"\r\n');
    expect((await get("/registers/kinds")).body.kinds.map(({ id }: { id: string }) => id)).toContain("suspended");
  });

  it("is refused with an unknown kind, a wrong period, a broken file", async () => {
    const file = xlsx([HEAD, [A, "示例鞋业有限公司"]]);
    expect((await upload(file, { kind: "nothing" })).status).toBe(404);
    expect((await upload(file, { kind: "fiscal-contribution" })).status).toBe(404);
    expect((await upload(file, { period: "23" })).body.error).toContain("四位年份");
    expect((await upload(Buffer.from("PK\u0003\u0004 no zip"))).body.problems[0].problem).toContain("不是完好的 .xlsx");
    expect((await upload(file, { by: town })).status).toBe(403);
    expect((await upload(file, { kind: "leading-enterprises", period: "2023-05-01" })).status).toBe(422);
  });

  it("leaves a record of each deed", async () => {
    const deeds = await office.asSystem((tx) => tx.select().from(record));
    const done = deeds.filter(({ outcome, action }) => outcome === "done" && action === "register.undo");
    expect(done.map(({ subject }) => subject)).toContain(second);
    expect(deeds.some(({ outcome, accountId }) => outcome === "refused" && accountId === town.account)).toBe(true);
  });
});

describe("a list whose entries end", () => {
  const SUSPENDED = [
    "信用代码",
    "单位名称",
    "法律依据",
    "文号",
    "决定机关",
    "起始日",
    "截止日",
    "信用修复",
    "修复日",
    "告知和听证",
  ];
  const entry = (uscc: string, name: string, to: string) => [
    ...[uscc, name, "《示例条例》第一条", "示例罚〔2025〕1号", "示例局", "2025-01-01", to, "未修复", null, "已举行听证"],
  ];
  it("marks those that have ended, in its rows and in an enterprise's file; the last day still counts", async () => {
    const today = new Date(office.clock.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const rows = [entry(A, "示例鞋业有限公司", "2025-06-30"), entry(B, "示例食品有限公司", today)];
    const { body } = await upload(xlsx([SUSPENDED, ...rows]), { kind: "suspended", period: "2025-05-01" });
    const { version } = (await confirm(body.preview)).body;
    const shown = (await get(`/registers/versions/${version.id}/rows`)).body.rows;
    expect(shown.map(({ ended }: { ended: boolean }) => ended)).toEqual([true, false]);
    const listed = async (uscc: string) => {
      const file = (await get(`/enterprises/${uscc}`)).body;
      return file.registers.find(({ from }: { from: { kind: string } }) => from.kind === "suspended").ended;
    };
    expect([await listed(A), await listed(B)]).toEqual([[true], [false]]);
    const corrected = await upload(xlsx([SUSPENDED, entry(C, "示例鞋业有限公司", "2025-06-30"), rows[1] ?? []]), {
      ...{ kind: "suspended", period: "2025-05-01" },
    });
    expect(corrected.body.diff).toMatchObject({
      added: { count: 1 },
      removed: { count: 1 },
      alike: { count: 1, first: [{ by: "rest" }] },
    });
    await undo(version.id, "试过了");
  });
});

describe("the fiscal contribution", () => {
  const CONTRIBUTION = { path: "/contributions", kind: "fiscal-contribution" } as const;
  it("is imported and seen by finance and the bureau alone", async () => {
    const { body } = await upload(
      xlsx([
        [...HEAD, "财政贡献（元）"],
        [A, "示例鞋业有限公司", "1,234,567.89"],
      ]),
      { ...CONTRIBUTION, by: finance },
    );
    const taken = await confirm(body.preview, false, { path: "/contributions", by: finance });
    const id = taken.body.version.id;
    expect((await get(`/contributions/versions/${id}/rows`)).body.rows[0].cells).toEqual([
      A,
      "示例鞋业有限公司",
      null,
      "1234567.89",
    ]);
    for (const [by, status] of [
      [town, 403],
      [handler, 403],
      [await office.person("expert"), 403],
      [await office.person("commissioned-auditor"), 403],
    ] as const)
      expect((await get(`/contributions/versions/${id}/rows`, by)).status).toBe(status);
    // By the registers' own routes it isn't there, although a case officer may read registers.
    expect((await get(`/registers/versions/${id}/rows`)).status).toBe(404);
    expect((await get("/registers/versions?kind=fiscal-contribution")).body.versions).toEqual([]);
  });

  it("is hidden by the database itself from whoever doesn't see contributions", async () => {
    const within = office.office.parts.store.within;
    const counted = (sees: readonly "contribution"[], units: readonly string[] = []) =>
      within(
        {
          tenant: COUNTY,
          account: null,
          reach: { scope: units.length > 0 ? "own" : "all", units, territories: [], sees, roles: [] },
        },
        async (tx) => (await tx.select().from(registerRow)).filter(({ sight }) => sight !== null).length,
      );
    expect([await counted(["contribution"]), await counted([]), await counted([], [A])]).toEqual([1, 0, 0]);
    const elsewhere = await office.asSystem(async (tx) => (await tx.select().from(registerRow)).length, OTHER_COUNTY);
    expect(elsewhere).toBe(0);
  });
});

describe("a large file", () => {
  /** Of the time that an import takes. */
  const LONGEST_WAIT = 0.15;

  /** What the slowest of another client's lists took while `work` went on, and how many there were. */
  async function beside<T>(work: Promise<T>): Promise<{ readonly value: T; readonly slowest: number; readonly lists: number }> {
    let [slowest, lists, isOver] = [0, 0, false];
    const done = work.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      const begun = performance.now();
      const url = `/api/office/enterprises?territory=${encodeURIComponent("陈埭镇")}`;
      // How often one may ask from one address is another test's.
      const answer = await finance.client({ method: "GET", url, remoteAddress: `10.7.${lists >> 8}.${lists & 255}` });
      expect(answer.statusCode).toBe(200);
      slowest = Math.max(slowest, performance.now() - begun);
      lists += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { value: await done, slowest, lists };
  }

  it("tells whoever sent it, and nobody else, how far it is", async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [codeOf(300_000 + n), `示例${n}有限公司`, `${n}.5`]);
    const file = xlsx([[...HEAD, "财政贡献（元）"], ...rows]);
    const told = async (id: string, by = officer) =>
      (await by.client({ method: "GET", url: `/api/office/imports/${id}/progress`, remoteAddress: "10.8.0.1" })).json().progress;
    /** What was told while `work` went on: the stages in their order, each with how much there is and the last that was done. */
    async function watched<T>(id: string, work: Promise<T>) {
      const stages = new Map<string, { readonly step: number; readonly all: number; readonly done: readonly number[] }>();
      let isOver = false;
      const done = work.finally(() => {
        isOver = true;
      });
      while (!isOver) {
        const [now, others] = [await told(id), await told(id, finance)];
        expect(others).toBe(null);
        if (now !== null)
          stages.set(now.stage, { step: now.step, all: now.all, done: [...(stages.get(now.stage)?.done ?? []), now.done] });
      }
      expect(await told(id)).toBe(null);
      for (const { done: counts, all } of stages.values()) {
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
        expect(counts.at(-1)).toBeLessThanOrEqual(all);
      }
      return { value: await done, stages };
    }
    const query = new URLSearchParams({ kind: "fiscal-contribution", period: "2022", name: "名单.xlsx", progress: "mine" });
    const url = `/api/office/contributions/previews?${query}`;
    const sending = officer.client({ method: "POST", url, payload: file, headers: { "content-type": XLSX } });
    const looked = await watched("mine", sending);
    expect([looked.value.statusCode, [...looked.stages.keys()]]).toEqual([200, expect.arrayContaining(["read", "check"])]);
    expect(looked.stages.get("check")).toMatchObject({ step: 2, all: 20_001 });
    expect(Math.max(...(looked.stages.get("check")?.done ?? []))).toBeGreaterThan(0);
    const { preview } = looked.value.json();
    const taken = await watched(preview, confirm(preview, true, { path: "/contributions" }));
    expect([taken.value.status, [...taken.stages.keys()]]).toEqual([200, expect.arrayContaining(["enter", "write"])]);
    expect(taken.stages.get("write")).toMatchObject({ step: 3, all: 20_000 });
    expect(taken.stages.get("write")?.done.some((done) => done > 0 && done < 20_000)).toBe(true);
  }, 60_000);

  it("of 110,000 enterprises is imported within its time, and others are served meanwhile", async () => {
    const rows = Array.from({ length: 110_000 }, (_, n) => [codeOf(100_000 + n), `示例${n}有限公司`, `${n}.5`]);
    const head = [...HEAD, "财政贡献（元）"];
    const first = xlsx([head, ...rows]);
    const second = xlsx([head, ...rows.map(([code = "", name = ""], n) => [code, name, `${n}.${n % 10 === 0 ? 6 : 5}`])]);
    const contributions = { path: "/contributions", kind: "fiscal-contribution", period: "2024" };
    const figures: string[] = [];
    for (const [file, unknown] of [
      [first, 110_000],
      [second, 0],
    ] as const) {
      const begun = performance.now();
      const looked = await beside(upload(file, contributions));
      expect([looked.value.status, looked.value.body.rowCount, looked.value.body.unknown.count]).toEqual([200, 110_000, unknown]);
      const halfway = performance.now();
      const taken = await beside(confirm(looked.value.body.preview, true, { path: "/contributions" }));
      expect(taken.value.body).toMatchObject({ enterprisesAdded: unknown, version: { rowCount: 110_000 } });
      const ended = performance.now();
      expect(ended - begun).toBeLessThan(60_000);
      for (const [what, ms, { slowest, lists }] of [
        ["preview", halfway - begun, looked],
        ["import", ended - halfway, taken],
      ] as const) {
        figures.push(`${what}: ${ms.toFixed(0)} ms, the slowest of ${lists} lists beside it ${slowest.toFixed(0)} ms`);
        // A part of the whole, so that a machine with much else to do judges alike.
        expect(slowest / ms, what).toBeLessThan(LONGEST_WAIT);
      }
    }
    if (process.env.ZHENGDUI_CITY !== undefined) console.log(figures.join("\n"));
  }, 180_000);
});

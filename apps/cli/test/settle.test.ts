/** `zhengdui settle` as it is called: arguments, files in, standard output and error, exit status; on a stub engine. */
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { fail, ok } from "@zhengdui/basics";
import type { CertifyingEngine, Prepared, Result } from "@zhengdui/engine";
import { afterAll, describe, expect, it } from "vitest";
import { createSettleCommand } from "../src/commands/settle.ts";
import { type SheetPlan, text } from "../src/xlsx/sheet-plan.ts";
import { readWorkbook, writeWorkbook } from "../src/xlsx/workbook-file.ts";
import { smallPolicy } from "./small-policy.ts";

const folder = mkdtempSync(join(tmpdir(), "zhengdui-settle-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Dossier {
  year?: number;
  applicant?: { uscc?: string; name?: string };
  purchases?: { id: string; paid?: unknown }[];
}

/** Reads anything with a year, a code and a positive price for every purchase; pays nothing. */
const engine: CertifyingEngine = {
  policy: { ...smallPolicy, measures: [] },
  read(raw) {
    const { year, applicant, purchases = [] } = raw as Dossier;
    const errors = [
      ...(year === 2023 ? [] : [{ path: "year", problem: "没有这个年度", expected: "2023" }]),
      ...(applicant?.uscc ? [] : [{ path: "applicant.uscc", problem: "缺少这一项", expected: "信用代码" }]),
      ...purchases.flatMap(({ paid }, i) =>
        Number(paid) >= 0 ? [] : [{ path: `purchases[${i}].paid`, problem: "不是金额", expected: "元" }],
      ),
    ];
    return errors.length > 0 ? fail(...errors) : ok({ year, applicant, settings: {}, readings: {} } as unknown as Prepared);
  },
  assess: ({ applicant }) =>
    ({
      policy: "small-1",
      policyVersion: "",
      policyHash: "",
      year: 2023,
      applicant: { uscc: String(applicant.uscc), name: String(applicant.name) },
      measures: [],
      totals: {
        amount: "0.00",
        granted: "0.00",
        outsideStanding: "0.00",
        fiscalContribution: null,
        ceilingCut: "0.00",
        payable: "0.00",
        provisional: false,
      },
      givenUp: [],
      marks: [],
    }) satisfies Result,
  pose: () => expect.fail("no certificate is asked for"),
};
const command = createSettleCommand(async () => ok(engine));

const sink = () => {
  const parts: string[] = [];
  const stream = new Writable({
    write(part, _, done) {
      parts.push(String(part));
      done();
    },
  });
  return { stream, said: () => parts.join("") };
};

async function call(args: string[], input = ""): Promise<{ status: number; out: string; err: string }> {
  const [out, err] = [sink(), sink()];
  const status = await command.run(args, { stdin: Readable.from([input]), stdout: out.stream, stderr: err.stream });
  return { status, out: out.said(), err: err.said() };
}

function put(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const round = {
  year: 2023,
  dossiers: [{ applicant: { uscc: "A1", name: "示例一厂" } }, { applicant: { uscc: "B2", name: "示例二厂" } }],
};

describe("zhengdui settle", () => {
  it.each([
    ["JSON", "round.json", JSON.stringify(round)],
    ["JSON with a byte order mark", "bom.json", `\uFEFF${JSON.stringify(round)}`],
    [
      "YAML",
      "round.yaml",
      "year: 2023\ndossiers:\n  - applicant: {uscc: A1, name: 示例一厂}\n  - applicant: {uscc: B2, name: 示例二厂}\n",
    ],
  ])("reads %s", async (_, name, content) => {
    const { status, out, err } = await call([put(name, content), "--json"]);
    expect([status, err]).toEqual([0, ""]);
    const said = JSON.parse(out);
    expect(Object.keys(said)).toEqual(["results", "selection", "totals", "marks"]);
    expect(said.results.map((result: Result) => result.applicant.uscc)).toEqual(["A1", "B2"]);
  });

  it("reads the standard input", async () => {
    expect((await call(["-", "--json"], JSON.stringify(round))).status).toBe(0);
  });

  it("says a page where no form is asked for", async () => {
    expect((await call([put("page.json", JSON.stringify(round))])).out).toContain("合计 2 家");
  });

  it("writes the 测算表, and JSON beside it", async () => {
    const out = join(folder, "测算表.xlsx");
    const said = await call([put("x.json", JSON.stringify(round)), "--xlsx", out, "--json"]);
    expect([said.status, JSON.parse(said.out).results.length]).toEqual([0, 2]);
    const read = await readWorkbook(readFileSync(out));
    expect(read.ok && read.value.map(({ sheet }) => sheet)).toEqual(["汇总", "明细", "遴选"]);
  });

  it("writes a template that it can read", async () => {
    const out = join(folder, "模板.xlsx");
    expect(await call(["--template", out])).toEqual({ status: 0, out: "", err: "" });
    const again = await call([out]);
    expect(again.status).toBe(2);
    expect(again.err).toBe("批次!B3: 没有这个年度; 2023\n");
  });

  it("doesn't write a template over a file, unless it is told to", async () => {
    const out = put("filled.xlsx", "filled in");
    const refused = await call(["--template", out]);
    expect(refused).toMatchObject({ status: 2, out: "" });
    expect(refused.err).toContain(`${out}: 已经有这个文件，没有写`);
    expect(readFileSync(out, "utf8")).toBe("filled in");
    expect((await call(["--template", out, "--force"])).status).toBe(0);
    expect(readFileSync(out, "utf8").startsWith("PK")).toBe(true);
    expect((await call(["x.json", "--force"])).err).toContain("--force: 只与 --template 同用");
  });

  it("asks for .xlsx where an old workbook comes", async () => {
    const old = put("old.xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    expect((await call([old])).err).toBe(": 这是旧版 Excel 文件（.xls），不能直接读; 请另存为 .xlsx\n");
  });

  it("reads a workbook and tells mistakes by cell, each once", async () => {
    const sheet = (name: string, ...rows: string[][]): SheetPlan => ({
      name,
      frozenRows: 1,
      widths: [],
      rows: rows.map((row) => row.map((cell) => text(cell))),
    });
    const workbook = (...purchase: string[]) =>
      writeWorkbook([
        sheet("批次", ["名称", "填写"], ["政策年度", "2023"]),
        sheet("申报单位", ["信用代码", "单位名称", "规上"], ["A1", "示例一厂", "否"]),
        sheet("软件采购", ["申报单位信用代码", "编号", "系统", "软件实付", "付款日"], purchase),
      ]);
    expect((await call([put("good.xlsx", await workbook("A1", "1", "ERP", "5", "2023-05-01")), "--json"])).status).toBe(0);
    const bad = await call([put("bad.xlsx", await workbook("A1", "1", "XYZ", "五元", "2023-05-01"))]);
    expect([bad.status, bad.out]).toEqual([2, ""]);
    expect(bad.err.split("\n").map((line) => line.split(":")[0])).toEqual(["软件采购!C2", "软件采购!D2", ""]);
  });

  it("has help", async () => {
    expect(await call(["--help"])).toEqual({ status: 0, out: command.help, err: "" });
  });

  it.each([
    ["no file", [], ""],
    ["an unknown option", ["x.json", "--csv"], "--csv"],
    ["two files", ["x.json", "y.json"], "y.json"],
    ["an option without its file", ["x.json", "--xlsx"], "--xlsx"],
    ["a template and a file", ["x.json", "--template", "o.xlsx"], "--template"],
  ])("refuses %s", async (_, args, path) => {
    const { status, out, err } = await call(args);
    expect([status, out]).toEqual([2, ""]);
    expect(err.startsWith(`${path}: `)).toBe(true);
  });

  it("lists bad input on the standard error, as lines or JSON, and writes no file", async () => {
    const file = put("bad.json", JSON.stringify({ year: 2023, dossiers: [{}, round.dossiers[0], {}] }));
    const out = join(folder, "never.xlsx");
    const lines = await call([file, "--xlsx", out]);
    expect(lines).toMatchObject({
      status: 2,
      out: "",
      err: "dossiers[0].applicant.uscc: 缺少这一项; 信用代码\ndossiers[2].applicant.uscc: 缺少这一项; 信用代码\n",
    });
    expect(existsSync(out)).toBe(false);
    const json = await call([file, "--json"]);
    expect([json.status, json.out]).toEqual([2, ""]);
    expect(JSON.parse(json.err)[1]).toEqual({ path: "dossiers[2].applicant.uscc", problem: "缺少这一项", expected: "信用代码" });
  });

  it.each([
    ["that isn't there", () => join(folder, "nowhere.json")],
    ["that is a folder", () => folder],
    ["that isn't JSON", () => put("broken.json", "{")],
    ["that isn't text", () => put("latin.json", new Uint8Array([0xff, 0x00, 0xff]))],
    ["that only looks like a workbook", () => put("zip.xlsx", "PK\u0003\u0004 but no workbook")],
  ])("reports a file %s", async (_, file) => {
    const { status, out, err } = await call([file()]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).not.toBe("");
  });

  it("never writes over the workbook that it reads", async () => {
    const file = put("round.json", JSON.stringify(round));
    const before = readFileSync(file, "utf8");
    symlinkSync(file, join(folder, "other.xlsx"));
    for (const out of [file, join(folder, ".", "round.json"), join(folder, "other.xlsx")]) {
      const { status, out: said, err } = await call([file, "--xlsx", out]);
      expect([status, said]).toEqual([2, ""]);
      expect(err).toContain("会盖掉输入的文件");
    }
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("reports a place where nothing can be written", async () => {
    const { status, err } = await call(["--template", join(folder, "no", "such", "o.xlsx")]);
    expect([status, err.includes("ENOENT")]).toEqual([2, true]);
  });
});

/** Registers without a database: headings found, cells judged, all faults at once, differences, facts. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadRegisterKinds } from "../../apps/server/src/sheet/load-register-kinds.ts";
import { readSheets } from "../../apps/server/src/sheet/read-sheets.ts";
import { registerSheet, registerTemplate } from "../../apps/server/src/sheet/register-sheet.ts";
import {
  compareWithFile,
  diffRows,
  factsOfRows,
  factsOfVersions,
  latestOfYear,
  likelySame,
  type RegisterKind,
  type RegisterRow,
  readRegister,
  type SheetCell,
} from "../../packages/casework/src/index.ts";
import { policyFolders, readBytes } from "../house/versions.ts";

const loaded = loadRegisterKinds(join(import.meta.dirname, "..", "..", "registers"));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
const kinds = loaded.value;
const kindOf = (id: string): RegisterKind => {
  const kind = kinds.get(id);
  if (kind === undefined) throw new Error(id);
  return kind;
};

const [A, B] = ["91350582MA8801386B", "91350582MA88100127"];
const HEAD = ["统一社会信用代码", "单位名称"];
const read = (id: string, rows: readonly (readonly SheetCell[])[], period = "2023") =>
  readRegister(kindOf(id), period, [{ name: "规上名单", rows }]);
const told = (id: string, rows: readonly (readonly SheetCell[])[], period?: string) =>
  read(id, rows, period).problems.map(({ path, problem, expected }) => `${path}: ${problem}；${expected}`);

describe("headings", () => {
  it.each([
    [[["统一社会信用代码", "单位名称"]], 0],
    [[["2023年度规模以上工业企业名单"], [], ["序号", "企业名称", "信用代码"]], 2],
    [[["＊统一社会信用代码（１８位）", " 单 位 名 称：", "年度"]], 0],
  ])("are found wherever they stand: %j", (head, row) => {
    const names = head[row] ?? [];
    const line = names.map((name) => (/码/.test(name) ? A : /名/.test(name) ? "示例鞋业有限公司" : null));
    expect(read("above-scale", [...head, line])).toMatchObject({ problems: [], rows: [{ uscc: A, name: "示例鞋业有限公司" }] });
  });

  it("that aren't the register's are named and let be", () => {
    const { notes } = read("above-scale", [
      ["序号", ...HEAD, "备注"],
      ["1", A, "示例鞋业有限公司", "新增"],
    ]);
    expect(notes).toEqual(["A 列“序号”不是名单的内容，没有读。", "D 列“备注”不是名单的内容，没有读。"]);
  });

  it("that are missing, or there twice, are told with a guess", () => {
    expect(told("fiscal-contribution", [[...HEAD, "对本级财政贡献（万元）"]])[0]).toContain(
      "缺少“对本级财政贡献（元）”这一列；表头写“对本级财政贡献（元）”",
    );
    expect(told("fiscal-contribution", [[...HEAD, "对本级财政贡献（万元）"]])[0]).toContain("是否就是“对本级财政贡献（万元）”");
    expect(told("above-scale", [[...HEAD, "企业名称"]])[0]).toContain("规上名单!C1: “单位名称”有两列：B 列和 C 列");
    expect(told("above-scale", [["甲", "乙"]])[0]).toContain("没有找到规上名单的表头");
    expect(told("above-scale", [[null]])[0]).toContain("文件里没有内容");
    expect(told("above-scale", [HEAD])[0]).toContain("表头下面一行也没有");
  });
});

const number = (text: string, formula = false): SheetCell => ({ as: "number", text, ...(formula ? { formula: true } : {}) });

describe("cells", () => {
  it.each<[SheetCell, string]>([
    ["91350582MA8801386A", "规上名单!A2: 信用代码的校验位不对（第 18 位校验不符（GB 32100））"],
    ["9135O582MA8801386B", "是否为 91350582MA8801386B？"],
    ["９１350582MA8801386B", "是否为 91350582MA8801386B？"],
    [number("9.135058280138600E+17"), "长数字 9.135058280138600E+17 被存成了数值"],
    [number("913505828801386"), "信用代码被存成了数值"],
    [{ as: "error", text: "#REF!" }, "公式出错（#REF!）"],
    [null, "没有填统一社会信用代码"],
  ])("a credit code %j", (cell, words) => {
    expect(told("above-scale", [HEAD, [cell, "示例鞋业有限公司"]]).join()).toContain(words);
  });

  it.each<[SheetCell, string]>([
    ["1,234,567.80", "1234567.80"],
    [number("1.1000000000000001"), "1.10"],
    [number("12", true), "12.00"],
    ["０.５", "0.50"],
  ])("money %j is %s", (cell, money) => {
    const { rows, problems } = read("fiscal-contribution", [
      [...HEAD, "财政贡献（元）"],
      [A, "示例鞋业有限公司", cell],
    ]);
    expect([problems, rows[0]?.cells[3]]).toEqual([[], money]);
  });

  it.each<[SheetCell, string]>([
    ["3.7万", "含有单位"],
    ["12.345", "小数多于两位"],
    [number("0.30000000000000004", true), "ROUND(…,2)"],
    [number("-1"), "金额"],
    [{ as: "day", text: "2023-01-01" }, "不是金额"],
  ])("money %j is refused", (cell, words) => {
    expect(
      told("fiscal-contribution", [
        [...HEAD, "财政贡献（元）"],
        [A, "示例", cell],
      ]).join(),
    ).toContain(words);
  });

  it("days, choices, and days out of order", () => {
    const head = ["信用代码", "单位名称", "法律依据", "文号", "决定机关", "起始日", "截止日", "信用修复", "修复日", "听证"];
    const line = (from: SheetCell, to: SheetCell, repaired: SheetCell, on: SheetCell = null, heard: SheetCell = "已举行听证") => [
      A,
      "示例",
      "依据",
      "1号",
      "机关",
      from,
      to,
      repaired,
      on,
      heard,
    ];
    const of = (...line_: Parameters<typeof line>) => told("suspended", [head, line(...line_)], "2023-05-01").join();
    expect(of("2023年5月1日", "20240430", "未修复")).toBe("");
    expect(of("2023/5/1", { as: "day", text: "2024-04-30" }, "none")).toBe("");
    expect(of("2023-05-01", "2023-04-30", "未修复")).toContain("规上名单!G2: 截止日 2023-04-30 早于起始日 2023-05-01");
    expect(of("2023-02-29", "2024-04-30", "未修复")).toContain("没有 2023-02-29 这一天；是否为 2023-02-28？");
    expect(of("2023-05-01", "长期", "未修复")).toContain("“长期”不是日期");
    expect(of("2023-05-01", "2024-05-01", "未修覆")).toContain("信用修复没有“未修覆”这个选项；是否为 未修复？");
    expect(of("2023-05-01", "2024-05-01", "已修复", "2023-09-01")).toBe("");
    expect(of("2023-05-01", "2024-05-01", "已修复")).toContain(
      "规上名单!I2: 信用修复为“已修复”，却没有填修复日；填写修复日，或更正前者",
    );
    expect(of("2023-05-01", "2024-05-01", "修复中", "2023-09-01")).toContain(
      "规上名单!I2: 信用修复为“修复中”，却填了修复日；留空",
    );
    const wrongDay = of("2023-05-01", "2024-05-01", "已修复", "九月");
    expect([wrongDay.includes("“九月”不是日期"), wrongDay.includes("却没有填")]).toEqual([true, false]);
    expect(of("2023-05-01", "2024-05-01", "未修复", null, null)).toContain("规上名单!J2: 没有填告知和听证");
  });

  it("a year that isn't the imported one", () => {
    expect(
      told("above-scale", [
        [...HEAD, "年度"],
        [A, "示例", "2022年"],
      ]).join(),
    ).toContain("年度是 2022，而导入的是 2023 年度的规上名单");
  });

  it("long numbers are kept as text, and refused where a spreadsheet cut them", () => {
    const head = ["发放部门", "政策文号", "政策年度", "申报年度", "信用代码", "收款单位", "发票号码", "核定金额（元）"];
    const line = (invoice: SheetCell): SheetCell[] => ["工信局", "1号", "2023", "2024", A, "示例", invoice, "1"];
    const invoices = kindOf("ledger-ours").columns.findIndex(({ id }) => id === "invoices");
    expect(read("ledger-ours", [head, line("00123456789012345678")]).rows[0]?.cells[invoices]).toBe("00123456789012345678");
    expect(told("ledger-ours", [head, line(number("1.2345678901234568E+19"))]).join()).toContain("第 15 位以后已经失真");
  });
});

describe("a file", () => {
  it("with forty faults has forty places", () => {
    const rows = Array.from({ length: 20 }, (_, at): SheetCell[] => [`bad${at}`, null]);
    const places = read("above-scale", [HEAD, ...rows]).problems.map(({ path }) => path);
    expect(places).toHaveLength(40);
    expect(new Set(places).size).toBe(40);
    expect(places[39]).toBe("规上名单!B21");
  });

  it("names both rows of a duplicate, leaves out totals and empty rows", () => {
    const reading = read("above-scale", [HEAD, [A, "甲"], [null, " "], [A, "乙"], ["合 计", "2"]]);
    expect(reading.problems.map(({ path, problem }) => `${path}: ${problem}`)).toEqual([
      "规上名单!A4: 第 2 行和第 4 行重复（统一社会信用代码相同）",
    ]);
    expect(reading.notes).toEqual(["第 5 行是合计行，没有读。"]);
  });

  it("says which cells are formulas, and which sheets it didn't read", () => {
    const cell: SheetCell = { as: "text", text: "示例", formula: true };
    const sheets = [
      { name: "附注", rows: [["说明"]] },
      { name: "表", rows: [HEAD, [A, cell]] },
    ];
    const { notes, problems } = readRegister(kindOf("above-scale"), "2023", sheets);
    expect(problems).toEqual([]);
    expect(notes).toEqual(["工作表“附注”没有读。", "1 格是公式，读的是表格软件上次算出的值，请核对：表!B2。"]);
  });
});

const row = (key: string, ...cells: string[]): RegisterRow => ({ place: 1, key, uscc: key, name: cells[0] ?? null, cells });

describe("versions and the enterprise file", () => {
  it("differ by key", () => {
    const diff = diffRows([row("a", "1"), row("b", "1"), row("c", "1")], [row("b", "1"), row("c", "2"), row("d", "1")]);
    expect([diff.added.map(({ key }) => key), diff.removed.map(({ key }) => key), diff.same]).toEqual([["d"], ["a"], 1]);
    expect(diff.changed).toEqual([{ before: row("c", "1"), after: row("c", "2") }]);
  });

  it("unknown enterprises and other names are told", () => {
    const rows = [row(A, "示例鞋业有限公司"), row(B, "示例食品（晋江）有限公司"), row("C", "示例石材有限公司")];
    const known = new Map([
      [A, "示例鞋业有限公司 "],
      [B, "示例食品有限公司"],
    ]);
    const compared = compareWithFile(kindOf("leading-enterprises"), "名单", rows, known);
    expect(compared.unknown).toEqual([{ uscc: "C", name: "示例石材有限公司", place: 1 }]);
    expect(compared.problems.map(({ path }) => path)).toEqual(["名单!1:1"]);
    expect(compared.warnings).toHaveLength(1);
    expect(compareWithFile(kindOf("above-scale"), "名单", rows, known).problems).toEqual([]);
  });
});

describe("definitions", () => {
  const facts = new Set(
    policyFolders().flatMap((folder) => {
      const text = new TextDecoder().decode(readBytes(join(folder, "compiled", "policy.json")) ?? undefined);
      const { records, lists } = (
        JSON.parse(text) as { facts: Record<"records" | "lists", { id: string; facts: { key: string }[] }[]> }
      ).facts;
      return [...records, ...lists].flatMap((one) => [one.id, ...one.facts.map(({ key }) => `${one.id}.${key}`)]);
    }),
  );
  it.each([...kinds.values()].map((kind) => [kind.id, kind] as const))(
    "%s supplies facts that a policy has",
    (_, { supplies }) => {
      for (const supply of supplies) {
        expect(facts).toContain(supply.fact);
        if (supply.from === "rows")
          for (const key of Object.keys(supply.columns)) expect(facts).toContain(`${supply.fact}.${key}`);
      }
    },
  );

  it.each([...kinds.values()].map((kind) => [kind.id, kind] as const))("%s: template and rows are read back", (_, kind) => {
    const period = kind.period === "year" ? "2023" : "2023-05-01";
    const sample = { text: "=1+1 文字", "credit-code": A, name: "示例鞋业有限公司", year: "2023", day: "2023-05-01" } as const;
    const elsewhere = kind.filledWhere.map(({ column }) => column);
    const cells = kind.columns.map(({ id, type, options }) =>
      elsewhere.includes(id)
        ? null
        : type === "money" || type === "decimal"
          ? "1234567890.12"
          : type === "choice"
            ? (options[0]?.id ?? "")
            : sample[type],
    );
    for (const format of ["xlsx", "csv"] as const) {
      const back = readSheets(registerSheet(kind, [{ ...row("k"), cells }], format), `${kind.title}.${format}`);
      const reading = back.ok ? readRegister(kind, period, back.value.sheets) : null;
      expect([reading?.problems, reading?.rows.map((one) => one.cells)]).toEqual([[], [cells]]);
      const empty = readSheets(registerTemplate(kind, format), `${kind.title}.${format}`);
      const problems = empty.ok ? readRegister(kind, period, empty.value.sheets).problems.map(({ problem }) => problem) : [];
      expect(problems).toEqual(["表头下面一行也没有"]);
    }
  });

  it("give facts: listed, a column, a sum, rows; nothing where nothing is known", () => {
    expect(factsOfRows(kindOf("above-scale"), [])).toEqual([{ fact: "applicant.aboveScale", value: false }]);
    expect(factsOfRows(kindOf("above-scale"), [row(A, A)])).toEqual([{ fact: "applicant.aboveScale", value: true }]);
    expect(factsOfRows(kindOf("fiscal-contribution"), [])).toEqual([]);
    const award = (amount: string, level: string): RegisterRow =>
      row(A, "2023", A, "示例", "技改", "某局", "产线", amount, level);
    expect(
      factsOfRows(kindOf("other-awards"), [award("0.10", "local"), award("0.20", "local"), award("5.00", "higher")]),
    ).toEqual([
      { fact: "applicant.otherLocalAwards", value: "0.30" },
      {
        fact: "outsideAwards",
        value: [
          { programme: "技改", project: "产线", amount: "0.10", level: "local" },
          { programme: "技改", project: "产线", amount: "0.20", level: "local" },
          { programme: "技改", project: "产线", amount: "5.00", level: "higher" },
        ],
      },
    ]);
  });
});

describe("versions of registers", () => {
  const version = (kind: string, period: string) => ({ id: `${kind} ${period}`, kind, period });

  it("tell an applicant's facts by year; lists of a dossier are no part of a file", () => {
    const versions = [version("above-scale", "2023"), version("above-scale", "2022"), version("quanzhou-projects", "2023")];
    const rows = new Map([["above-scale 2023", [row(A, A)]]]);
    const told = factsOfVersions(kinds, versions, rows).map(({ fact, year, value }) => [fact, year, value]);
    expect(told).toEqual([
      ["aboveScale", 2023, true],
      ["aboveScale", 2022, false],
    ]);
    expect(factsOfVersions(kinds, [version("no-more", "2023")], rows)).toEqual([]);
  });

  it("as of days of one year give way to the latest", () => {
    const days = ["2023-05-01", "2023-11-01", "2022-12-31"].map((day) => version("suspended", day));
    expect(latestOfYear([...days, version("above-scale", "2023")]).map(({ id }) => id)).toEqual([
      ...["suspended 2023-11-01", "suspended 2022-12-31", "above-scale 2023"],
    ]);
  });
});

describe("one row whose key was changed", () => {
  const kind = kindOf("suspended");
  const row = (place: number, uscc: string, name: string, document: string, organ: string): RegisterRow => {
    const said: Readonly<Record<string, string>> = { uscc, name, document, organ };
    const cells = kind.columns.map(({ id }) => said[id] ?? null);
    return { place, key: `${uscc} ${document}`, uscc, name, cells };
  };
  const alike = (removed: readonly RegisterRow[], added: readonly RegisterRow[]) =>
    likelySame(kind, { added, removed, changed: [], same: 0 }).map(({ before, after, by }) => [before.place, after.place, by]);

  it("is told where all the rest is the same, or the name", () => {
    expect(alike([row(2, A, "示例甲", "1号", "甲局")], [row(5, B, "示例甲", "1号", "甲局")])).toEqual([[2, 5, "rest"]]);
    expect(alike([row(2, A, "示例甲", "1号", "甲局")], [row(5, B, "示例 甲", "2号", "乙局")])).toEqual([[2, 5, "name"]]);
    expect(alike([row(2, A, "示例甲", "1号", "甲局")], [row(5, B, "示例乙", "1号", "乙局")])).toEqual([]);
  });

  it("isn't guessed where several would do", () => {
    const twice = [row(5, B, "示例甲", "1号", "甲局"), row(6, B, "示例甲", "2号", "甲局")];
    expect(alike([row(2, A, "示例甲", "1号", "甲局")], twice)).toEqual([]);
    expect(alike([], twice)).toEqual([]);
  });
});

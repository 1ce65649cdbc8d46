/** facts.md → the schema of a dossier: the policy's own file is read in full, and each author's mistake is named at its place. */
import { readFileSync } from "node:fs";
import { fail, ok } from "@zhengdui/basics";
import type { Expr } from "@zhengdui/feel";
import { describe, expect, it } from "vitest";
import { complain } from "../src/complaints.ts";
import type { CompileFeel } from "../src/facts/read-checks.ts";
import { readFactType } from "../src/facts/read-fact-type.ts";
import { readFacts, readFactTables } from "../src/facts/read-facts.ts";

const FILE = new URL("../../../policies/jinjiang-2023-11/2023-05-01/facts.md", import.meta.url);
const text = readFileSync(FILE, "utf8");

const truth: Expr = { op: "boolean", value: true, type: { kind: "boolean", nullable: false } };
const anything: CompileFeel = () => ok(truth);

function schema() {
  const read = readFacts("facts.md", text, anything);
  if (!read.ok) throw new Error(JSON.stringify(read.errors, null, 1));
  return read.value;
}

describe("the policy's facts.md", () => {
  it("declares the contract's records and lists in order", () => {
    const { records, lists } = schema();
    expect(records.map((record) => [record.id, record.required])).toEqual([
      ["applicant", true],
      ["settings", false],
      ["consulting", false],
    ]);
    expect(lists.map((list) => `${list.id} ${list.projects} ${list.unique}`)).toEqual([
      "demonstrationProjects once id",
      "fiveGProjects once id",
      "industrialInternetProjects once id",
      "servedSmes none ",
      "softwarePurchases many id",
      "cloudServices many id",
      "platforms once id",
      "industrialApps once id",
      "consulting.reports none ",
      "consulting.contracts none ",
      "trainings none id",
      "talentProgrammes none id",
      "outsideAwards none ",
    ]);
  });

  it("reads a fact's every column", () => {
    const purchases = schema().lists.find((list) => list.id === "softwarePurchases");
    expect(purchases?.label).toBe("软件采购");
    expect(purchases?.facts.find((fact) => fact.key === "softwarePaid")).toEqual({
      key: "softwarePaid",
      label: "软件实付",
      type: { kind: "money" },
      presence: "required",
      source: "申报单位",
      evidence: "发票（不含税）和付款凭证",
      privacy: "商密",
      changeable: true,
    });
    expect(purchases?.facts[0]?.evidence).toBe("");
  });

  it("knows who may be silent about what", () => {
    const { records, lists } = schema();
    const presence = (id: string, key: string) =>
      [...records, ...lists].find((g) => g.id === id)?.facts.find((f) => f.key === key)?.presence;
    expect(presence("applicant", "aboveScale")).toBe("unknowable");
    expect(presence("applicant", "otherLocalAwards")).toBe("optional");
    expect(presence("demonstrationProjects", "inUseOn")).toBe("nullable");
    expect(presence("servedSmes", "inJinjiang")).toBe("optional-unknown");
    expect(presence("platforms", "investment")).toBe("optional-unknown");
    expect(presence("consulting", "freeOfCharge")).toBe("required");
  });

  it("hands every check to the compiler with its list and its line", () => {
    const seen: string[] = [];
    readFacts("facts.md", text, (feel, scope, line) => {
      expect(text.split("\n")[line - 1]).toBe(`- test: ${feel}`);
      seen.push(scope.item ?? "");
      return ok(truth);
    });
    expect(seen).toEqual([
      "",
      "demonstrationProjects",
      "fiveGProjects",
      "industrialInternetProjects",
      "industrialInternetProjects",
      "servedSmes",
      "cloudServices",
      "platforms",
      "platforms",
      "industrialApps",
      "industrialApps",
    ]);
  });

  it("gives tables without checks where the names aren't known yet", () => {
    const tables = readFactTables("facts.md", text);
    expect(tables.ok && tables.value.lists.every((list) => list.checks.length === 0)).toBe(true);
    expect(tables.ok && tables.value.lists.length).toBe(13);
  });

  it("passes on what the compiler complains of", () => {
    const complaint = complain("facts-name", { file: "facts.md", line: 1, column: 1, words: "x" });
    const read = readFacts("facts.md", text, () => fail(complaint));
    expect(read.ok === false && read.errors.length).toBe(11);
  });
});

describe("types", () => {
  it("reads counts and decimals with units, and options with brackets in their labels", () => {
    expect(readFactType("个数(人)")).toEqual({ kind: "count", unit: "人" });
    expect(readFactType("小数")).toEqual({ kind: "decimal", unit: "" });
    expect(readFactType("单选(a=甲（子、丑）、b-c=乙)")).toEqual({
      kind: "option",
      options: [
        { id: "a", label: "甲（子、丑）" },
        { id: "b-c", label: "乙" },
      ],
    });
    expect(readFactType("多选(a=甲)")).toEqual({ kind: "options", options: [{ id: "a", label: "甲" }] });
  });

  it.each(["钱", "单选", "单选()", "单选(a)", "单选(a=甲、a=乙)", "单选(a=甲、b=甲)", "三选(a=甲)", "金额(元)", ""])(
    "refuses %s",
    (word) => {
      expect(readFactType(word)).toBeNull();
    },
  );
});

/** A change to the file that an author might make by mistake, the complaint, and the words it points at. */
const MISTAKES: readonly (readonly [string, string, string, string, string])[] = [
  ["a heading without id", "## 软件采购 `softwarePurchases`", "## 软件采购", "facts-heading", "软件采购"],
  ["an inherited name as id", "## 平台 `platforms`", "## 平台 `constructor`", "facts-key", "constructor"],
  ["a reserved id", "## 平台 `platforms`", "## 平台 `year`", "facts-key", "year"],
  ["an id twice", "## 平台 `platforms`", "## 平台 `trainings`", "facts-repeated", "培训班 `trainings`"],
  ["a label twice", "## 平台 `platforms`", "## 培训班 `platforms`", "facts-repeated", "培训班 `trainings`"],
  [
    "an unknown nature",
    "清单 · 项目: 可多 · 唯一: id",
    "清单 · 项目: 很多 · 唯一: id",
    "facts-nature",
    "清单 · 项目: 很多 · 唯一: id",
  ],
  ["a record that is neither", "记录 · 可缺", "记录 · 随意", "facts-nature", "记录 · 随意"],
  [
    "a column renamed",
    "| 名称 | 标识 | 类型 | 填报 | 提供者 | 凭据 | 密级 | 可改 |",
    "| 名字 | 标识 | 类型 | 填报 | 提供者 | 凭据 | 密级 | 可改 |",
    "facts-header",
    "名字",
  ],
  ["a cell lost", "| 评分 | score | 小数 |", "| 评分 | score |", "table-ragged", ""],
  ["a name that FEEL would split", "| 软件实付 |", "| 软件-实付 |", "facts-name", "软件-实付"],
  ["a name that begins with a digit", "| 软件实付 |", "| 5G实付 |", "facts-name", "5G实付"],
  ["an inherited key", "| 软件实付 | softwarePaid |", "| 软件实付 | toString |", "facts-key", "toString"],
  ["a name twice", "| 软件实付 | softwarePaid |", "| 付款日 | softwarePaid |", "facts-repeated", "付款日"],
  ["a key twice", "| 软件实付 | softwarePaid |", "| 软件实付 | paidOn |", "facts-repeated", "paidOn"],
  ["an unknown type", "| 付款日 | paidOn | 日期 |", "| 付款日 | paidOn | 日子 |", "facts-type", "日子"],
  ["an unknown presence", "| 付款日 | paidOn | 日期 | 必填 |", "| 付款日 | paidOn | 日期 | 随意 |", "facts-presence", "随意"],
  ["no evidence", "| 付款凭证 | 内部 |", "|  | 内部 |", "facts-column", ""],
  ["an unknown privacy", "| 付款凭证 | 内部 |", "| 付款凭证 | 秘密 |", "facts-privacy", "秘密"],
  ["neither yes nor no", "| 付款凭证 | 内部 | 否 |", "| 付款凭证 | 内部 | 也许 |", "facts-changeable", "也许"],
  [
    "a unique key that isn't there",
    "清单 · 项目: 可多 · 唯一: id",
    "清单 · 项目: 可多 · 唯一: code",
    "facts-unique",
    "清单 · 项目: 可多 · 唯一: code",
  ],
  [
    "projects without a project",
    "| 项目 | project | 文字 | 可缺 | 申报单位 | 采购合同 |",
    "| 项目 | plan | 文字 | 可缺 | 申报单位 | 采购合同 |",
    "facts-project",
    "清单 · 项目: 可多 · 唯一: id",
  ],
  ["a list in no record", "`consulting.reports`", "`advice.reports`", "facts-parent", "advice.reports"],
  ["no applicant", "`applicant`", "`applicants`", "facts-missing", "applicant"],
  ["a check at no fact", "  at: inUseTo", "  at: until", "facts-check-at", "until"],
  ["a check without a problem", "  problem: 应用终止日早于起始日\n", "", "facts-check", ""],
  ["a check that is no YAML", "- test: 应用止 >= 应用起", "- test: [应用止", "yaml-broken", ""],
  ["a record's name with a blank", "## 测算设定 `settings`", "## 测算 设定 `settings`", "facts-name", "测算 设定"],
  ["a block that doesn't end", "（起止两个月都计入）\n```", "（起止两个月都计入）", "yaml-broken", ""],
];

describe("an author's mistake", () => {
  it.each(MISTAKES)("%s", (_name, from, to, code, words) => {
    expect(text).toContain(from);
    const read = readFacts("facts.md", text.replace(from, to), anything);
    if (read.ok) throw new Error("no complaint");
    const complaint = read.errors.find((error) => error.code === code);
    expect(complaint, JSON.stringify(read.errors)).toBeDefined();
    if (words !== "") expect(complaint?.words).toBe(words);
    const line = text.replace(from, to).split("\n")[(complaint?.line ?? 0) - 1];
    if (code !== "facts-missing" && code !== "facts-parent")
      expect(line?.slice((complaint?.column ?? 0) - 1)).toContain(complaint?.words);
  });
});

describe("the complaint of a nature that can't be read", () => {
  const broken = (nature: string) => {
    const read = readFacts("facts.md", text.replace("清单 · 项目: 可多 · 唯一: id", nature), anything);
    return read.ok ? [] : read.errors;
  };
  it.each(["清单 · 项目: 可多 · 唯一: id · 唯一: project", "清单 · 项目: 可多 · 唯一:", "清单"])(
    "says what to write for %s",
    (nature) => {
      const found = broken(nature).filter(({ code }) => code === "facts-nature");
      expect(found).toMatchObject([{ words: nature, mend: expect.stringContaining("在标题下一行按上面的写法补写") }]);
      expect(found[0]?.mend).toContain("几个键各自唯一的，用顿号写在一起：唯一: id、ordinal");
    },
  );
  it("isn't there once it is written as the mend says", () => {
    expect(broken("清单 · 项目: 可多 · 唯一: id、system")).toEqual([]);
  });
});

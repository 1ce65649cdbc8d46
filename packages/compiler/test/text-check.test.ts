/** Ten and more ways to break the real policy text, each found at its line with its words and its mend; and the sound text, with none. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Complaint, printComplaint } from "../src/complaints.ts";
import { readDocument } from "../src/read/read-document.ts";
import { checkText } from "../src/text-check.ts";

const FOLDER = new URL("../../../policies/jinjiang-2023-11/2023-05-01/", import.meta.url);
const original = readFileSync(new URL("original.txt", FOLDER), "utf8");
const policy = readFileSync(new URL("policy.md", FOLDER), "utf8");

/** Complaints about a text, those of its form if it can't be read. */
function check(text: string, official = original): readonly Complaint[] {
  const document = readDocument("policy.md", text);
  return document.ok ? checkText(document.value, official) : document.errors;
}

/** The policy with words replaced, once; the words must be there. */
function broken(from: string | RegExp, to: string): string {
  const text = policy.replace(from, () => to);
  expect(text).not.toBe(policy);
  return text;
}

const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split("\n").length;
const rowOf = (name: string): string => new RegExp(`^\\| ${name} .*\\n`, "mu").exec(policy)?.[0] ?? "";
const seen = (found: readonly Complaint[]) => found.map(({ code, line, words }) => ({ code, line, words }));
const only = (found: readonly Complaint[]): Complaint => {
  expect(found.map(printComplaint)).toHaveLength(1);
  return found[0] as Complaint;
};

const UPGRADE =
  "对由龙头企业发起设立的与中小企业深度互联、共建共享的工业互联网平台，补助比例提高到 20%，最高补助限额提高到 50 万元。";

describe("the published text", () => {
  it("has nothing to complain about", () => expect(check(policy).map(printComplaint)).toEqual([]));
  it("is read alike with CRLF and BOM", () => expect(check(`\uFEFF${policy.replaceAll("\n", "\r\n")}`)).toEqual([]));
  it("is the official one whatever its page breaks", () =>
    expect(check(policy, original.replaceAll("，", "，\n\n"))).toEqual([]));
});

describe("quotes that aren't the official words", () => {
  it("finds a changed character", () => {
    const text = broken("单家企业年度补助最高不超过", "单个企业年度补助最高不超过");
    const found = only(check(text));
    expect(found).toMatchObject({
      code: "quote-differs",
      line: lineOf(text, "单个企业年度"),
      words: "超过10万元，单个企业年度补助最高",
    });
    expect(found.column).toBe((text.split("\n")[found.line - 1] ?? "").indexOf("个企业年度") + 1);
    expect(found.what).toContain("引文作“个”，原文第 27 行作“家”");
    expect(found.mend).toContain("改为“超过10万元，单家企业年度补助最高”");
  });

  it("finds any changed character, at its place", () => {
    const places = policy
      .split("\n")
      .flatMap((source, i) =>
        source.startsWith("> ")
          ? [...source].flatMap((unit, j) => (j < 2 || unit === " " ? [] : [{ line: i + 1, column: j + 1 }]))
          : [],
      );
    fc.assert(
      fc.property(fc.constantFrom(...places), ({ line, column }) => {
        const lines = policy.split("\n");
        const source = lines[line - 1] ?? "";
        lines[line - 1] = `${source.slice(0, column - 1)}龘${source.slice(column)}`;
        const found = check(lines.join("\n"));
        expect(found.map((c) => [c.code, c.line, c.column])).toEqual([["quote-differs", line, column]]);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it("finds two changed characters of one sentence", () => {
    const text = broken(/创新云量贷、数字贷等金融产品/u, "创新云量货、数字货等金融产品");
    expect(check(text).map((c) => [c.code, c.line])).toEqual(Array(2).fill(["quote-differs", lineOf(text, "云量货")]));
  });

  it("finds a missing and an additional character", () => {
    const missing = only(check(broken("每年累计享受的", "每年累计享受")));
    expect(missing.what).toContain("引文作“（无）”，原文第 65 行作“的”");
    const additional = only(check(broken("各类本级补助资金总额", "各类非本级补助资金总额")));
    expect(additional).toMatchObject({ code: "quote-differs" });
    expect(additional.what).toContain("引文作“非”，原文第 65 行作“（无）”");
  });

  it("finds a dropped sentence, and where it belongs", () => {
    const text = broken(UPGRADE, "");
    const found = only(check(text));
    expect(found).toMatchObject({
      code: "quote-missing",
      line: lineOf(text, "最高补助限额 25 万元。"),
      words: UPGRADE.replaceAll(" ", ""),
    });
    expect(found.what).toContain("原文第 45 行没有引入");
    expect(found.mend).toContain("> 对由龙头企业发起设立的");
  });

  it("finds a dropped sentence that a page break cut in two", () => {
    const text = broken(/^> （三）工业互联网、系统服务商与.*\n/mu, "");
    expect(check(text).filter((c) => c.code === "quote-missing")).toHaveLength(1);
    expect(check(text)[0]?.words).toMatch(/^（三）工业互联网、系统服务商.*投资额5%的比例.*50万元。$/u);
  });

  it("finds a sentence quoted twice", () => {
    const text = broken("## 四\n", `> ${UPGRADE}\n\n## 四\n`);
    const found = only(check(text));
    expect(found).toMatchObject({ code: "quote-twice", words: UPGRADE.replaceAll(" ", "") });
    expect(found.line).toBe(lineOf(text, "\n## 四\n") - 1);
    expect(found.what).toContain(`另一次在第 ${lineOf(text, UPGRADE)} 行`);
  });

  it("finds an invented sentence", () => {
    const text = broken("予以补助，最高不超过 5 万元。", "予以补助，最高不超过 5 万元。成立不满三年的企业优先受理申报。");
    const found = only(check(text));
    expect(found).toMatchObject({
      code: "quote-invented",
      line: lineOf(text, "成立不满"),
      words: "成立不满三年的企业优先受理申报。",
    });
    expect(found.mend).toContain("删去");
  });

  it("finds two sentences swapped", () => {
    const ceiling = /^> 同一企业每年累计.*$/mu.exec(policy)?.[0] ?? "";
    const combination = /^> 除特别规定外.*$/mu.exec(policy)?.[0] ?? "";
    const text = broken(`${ceiling}\n\n${combination}`, `${combination}\n\n${ceiling}`);
    const found = only(check(text));
    expect(found).toMatchObject({ code: "quote-out-of-order", line: lineOf(text, ceiling), words: ceiling.slice(2) });
    expect(found.mend).toContain("移回原文中的位置");
  });

  it("finds 20 % → 21 % in the quote", () => {
    const text = broken("硬件设备投入金额的20%给予", "硬件设备投入金额的21%给予");
    const found = only(check(text));
    expect(found).toMatchObject({ code: "quote-differs", line: lineOf(text, "金额的21%给予") });
    expect(found.what).toContain("引文作“1”，原文第 25 行作“0”");
  });
});

describe("figures", () => {
  it("finds 20 % → 21 % in the value cell", () => {
    const text = broken("| 示范补助比例 | 20% |", "| 示范补助比例 | 21% |");
    const found = only(check(text));
    expect(found).toMatchObject({ code: "figure-value-differs", line: lineOf(text, "| 21% |"), words: "21%", expected: "20%" });
    expect(found.column).toBe("| 示范补助比例 | ".length + 1);
    expect(found.mend).toContain("把值改为“20%”");
  });

  it("finds a figure that no row has", () => {
    const text = broken(/^\| 龙头平台单项上限 .*\n/mu, "");
    const found = only(check(text));
    expect(found).toMatchObject({ code: "figure-unbound", line: lineOf(text, UPGRADE), words: "50万元" });
    expect(found.mend).toContain("`助限额提高到50万元`");
  });

  it("finds a Chinese count that no row has", () => {
    expect(only(check(broken("| — | 告知 | `十四届市委常委会` |\n", "")))).toMatchObject({
      code: "figure-unbound",
      words: "十四届",
    });
  });

  it("finds a row without words in the text", () => {
    const text = broken(
      /^\| 移动通信年度上限 .*\n/mu,
      `${rowOf("移动通信年度上限")}| 移动通信市级上限 | 300万元 | \`单家企业最高300万元\` |\n`,
    );
    expect(seen(check(text))).toEqual([
      { code: "figure-words-absent", line: lineOf(text, "移动通信市级上限"), words: "单家企业最高300万元" },
    ]);
  });

  it("finds words that stand twice", () => {
    const text = broken("`给予补助，单个项目最高补助限额100万元`", "`单个项目最高补助限额100万元`");
    const found = only(check(text));
    expect(found).toMatchObject({
      code: "figure-words-twice",
      line: lineOf(text, "| 示范单项上限"),
      words: "单个项目最高补助限额100万元",
    });
    expect(found.what).toContain("出现 2 次");
    expect(found.mend).toContain("多抄几个字");
  });

  it("finds a unit that differs", () => {
    const text = broken("| 应用企业一档下限 | 10家 |", "| 应用企业一档下限 | 10万元 |");
    expect(only(check(text))).toMatchObject({
      code: "figure-value-differs",
      line: lineOf(text, "| 10万元 | `中小"),
      words: "10万元",
      expected: "10家",
    });
  });

  it("finds a figure with two names", () => {
    const text = broken("`20 家`", "`10 家、20 家`");
    expect(
      check(text)
        .map((c) => c.code)
        .sort(),
    ).toEqual(["figure-bound-twice", "figure-value-differs"]);
  });

  it("finds 未定 where the text is not open", () => {
    const text = broken("| 培训人数标准 | 未定 | `参训人员数量` |", "| 培训人数标准 | 未定 | `每场（次）给予 5 万元` |");
    expect(only(check(text))).toMatchObject({ code: "figure-open-with-figure", line: lineOf(text, "| 培训人数标准") });
  });

  it("finds an item missing from a list", () => {
    expect(only(check(broken("| 纺织、鞋服、食品、", "| 纺织、食品、"))).code).toBe("figure-value-differs");
  });

  it("finds a boundary of a tier that is not the same on both sides", () => {
    const found = check(broken("| 软件二档下限 | 100万元 |", "| 软件二档下限 | 200万元 |"));
    expect(only(found)).toMatchObject({ code: "figure-value-differs", expected: "100万元" });
  });
});

describe("a figure whose unit is unknown", () => {
  const words = "年吞吐三百万标柜以上的企业";
  const text = (row: string) => `---\npolicy: a\n---\n\n## 一 · 吞吐\n\n> ${words}\n\n${row}`;
  const table = (value: string) => `| 数 | 值 | 原文 |\n| --- | --- | --- |\n| 吞吐 | ${value} | \`${words}\` |\n`;

  it("is demanded, and told that its unit is unknown", () => {
    const found = only(check(text(""), words));
    expect(found).toMatchObject({ code: "figure-unbound", words: "三百万" });
    expect(found.what).toContain("不认识单位“标柜");
    expect(found.what).toContain("可登记为告知");
  });
  it.each(["告知", "三百万标柜", "300万标柜"])("may be registered as %s", (value) =>
    expect(check(text(table(value)), words).map(printComplaint)).toEqual([]),
  );
  it.each(["三百万箱", "400万标柜"])("is not %s", (value) =>
    expect(only(check(text(table(value)), words)).code).toBe("figure-value-differs"),
  );
});

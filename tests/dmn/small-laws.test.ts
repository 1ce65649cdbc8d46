/** What no policy of the repository has: what isn't known under a negation, a ceiling without 就高不重复, exceptions from both. */
import type { Prepared } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { creditCode } from "../arbitrary/credit-code.ts";
import { compileSmallLaw, factRows } from "../small-law.ts";
import { comparer } from "./comparer.ts";

const HEAD = "title: 示例补助\npayee: 申报单位\n";

/** Two measures over lists whose items may have a level; `rules` stand over both. */
function lawWith(rules: string): Policy {
  const list = (label: string, id: string): string => `## ${label} \`${id}\`

清单 · 项目: 可多 · 唯一: id

${factRows("编号 id 文字 必填", "项目 project 文字 可缺", "费用 cost 金额 必填", "等级 level 单选(a=甲、b=乙) 可缺未知")}
`;
  const measure = (id: string, label: string, when: string): string => `## ${id === "1" ? "一" : "二"} · 补助

> 对${label}给予补助。

\`\`\`rule
measure: "${id}"
${HEAD}each: ${label}
where:
  - text: 不是甲级
    when: ${when}
amount: 费用
\`\`\`
`;
  const compiled = compileSmallLaw({
    facts: `## 申报单位 \`applicant\`

记录 · 必填

${factRows("信用代码 uscc 信用代码 必填", "单位名称 name 文字 必填", "财政贡献 contribution 金额 必填可未知", "其他奖补 others 金额 可缺")}

${list("甲项目", "first")}
${list("乙项目", "second")}
## 外部奖补 \`outside\`

清单 · 项目: 不涉

${factRows("政策 programme 文字 必填", "项目 project 文字 必填", "金额 amount 金额 必填")}`,
    sections: `${measure("1", "甲项目", 'not(等级 = "a")')}
${measure("2", "乙项目", '等级 != "a"')}
## 三

> 就高不重复，不超过财政贡献。

\`\`\`rule
nature: rule
${rules}
\`\`\`
`,
  });
  if (!compiled.ok) throw new Error(compiled.errors.map((e) => `${e.line} ${e.code} ${e.words}`).join("; "));
  return compiled.value;
}

const combination = "combination:\n  quote: 就高不重复\n  outside: 外部奖补\n  competes: 金额 > 0\n  local: 金额 > 0";
const ceiling =
  "ceiling:\n  quote: 不超过财政贡献\n  who: 申报单位.财政贡献 = null or 申报单位.财政贡献 >= 0\n  contribution: 申报单位.财政贡献\n  other: 申报单位.其他奖补";

const items = (prefix: string, costs: readonly (readonly [string, string | null])[]) =>
  costs.map(([cost, level], i) => ({ id: `${prefix}${i}`, project: `P${i}`, cost, ...(level === null ? {} : { level }) }));
const dossiers = ["60.00", "1000.00", null].flatMap((contribution) =>
  [[], [{ programme: "示例", project: "P0", amount: "90.00" }]].map((outside) => ({
    year: 2025,
    applicant: { uscc: creditCode(1), name: "示例企业", contribution, others: "5.00" },
    first: items("A", [
      ["100.00", "b"],
      ["7.00", null],
      ["3.00", "a"],
    ]),
    second: items("B", [
      ["70.00", "b"],
      ["9.00", null],
      ["5.00", "a"],
      ["40.00", "b"],
    ]),
    outside,
  })),
);

describe("feelin on the model of a small law", () => {
  it.each([
    ["neither", "why: 无"],
    ["就高不重复 alone", combination],
    ["a ceiling alone", ceiling],
    ["a ceiling that doesn't count one measure", `${ceiling}\n  except: ["2"]`],
    ["both", `${combination}\n${ceiling}`],
    ["both, the ceiling with an exception", `${combination}\n${ceiling}\n  except: ["2"]`],
  ])("gives the same: %s", (_, rules) => {
    const { engine, compare } = comparer(lawWith(rules));
    for (const raw of dossiers) {
      const read = engine.read(raw);
      expect(read).toMatchObject({ ok: true });
      // Of what isn't known nothing is paid: neither 7 nor 9.
      if (read.ok) expect(compare(read.value as Prepared)).toEqual(["1", "2"]);
    }
  });
});

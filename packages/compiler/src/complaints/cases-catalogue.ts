/** Complaints about cases.md: worked cases that can't be read, and those whose outcome isn't what the policy gives. */
import type { ComplaintWords } from "./complaint-words.ts";

const oneOf = (known: readonly string[]): string => known.join("、");
const meant = (close: string | null, otherwise: string): string => (close === null ? otherwise : `是否应为“${close}”`);

export const CASES_CATALOGUE = {
  "cases-missing": (): ComplaintWords => ({
    what: "政策文件夹里没有算例",
    expected: "cases.md：用文字写明事实、结论和条款的算例",
    why: "没有算例，就无法由办事人员核对规则是否写对",
    mend: "补写 cases.md",
  }),
  "cases-samples": (args: { head: string }): ComplaintWords => ({
    what: "没有标准申报单位",
    expected: `# 标准事实 之下有一张以“${args.head}”为表头第一格的表，每行一个标准单位`,
    why: "算例没有另写的事实都从这里来",
    mend: "补写这张表",
  }),
  "case-heading": (): ComplaintWords => ({
    what: "标题的级别不对",
    expected: "# 写条款或专题，## 写算例的题目；不用更深的标题，## 不在 # 之前",
    why: "一个 ## 就是一个算例，其下的表都属于它",
    mend: "改用 ##，或改成普通文字",
  }),
  "case-title-twice": (args: { firstLine: number }): ComplaintWords => ({
    what: `算例的题目与第 ${args.firstLine} 行相同`,
    expected: "每个算例的题目各不相同",
    why: "出了差错要按题目找到算例",
    mend: "改题目",
  }),
  "case-stray": (): ComplaintWords => ({
    what: "这里不能有表格、代码块",
    expected: "表格写在 ## 算例 之下，或写在 # 标准事实 之下；事实和结论都写成表格",
    why: "不知道它属于哪一个算例，就会被漏算",
    mend: "移到所属的算例之下，或改成表格",
  }),
  "case-round-table": (args: { known: readonly string[] }): ComplaintWords => ({
    what: "写有“遴选结果”的表不是一张清单的表，或者不止一张",
    expected: oneOf(args.known),
    why: "遴选的算例里，清单的每一行是一家申报单位的一个项目",
    mend: "只在一张清单的表里写“遴选结果”一列",
  }),
  "case-round-choice": (args: { known: readonly string[] }): ComplaintWords => ({
    what: "不认识这个遴选结果",
    expected: oneOf(args.known),
    why: "遴选结果逐行与重算的结果比较",
    mend: "改用其中一个词",
  }),
  "case-round-place": (): ComplaintWords => ({
    what: "遴选名次读不懂",
    expected: "第几名，如 3、3名、第3名；没有名次的写 —",
    why: "名次逐行与重算的结果比较",
    mend: "写成名次",
  }),
  "case-table-unknown": (args: { known: readonly string[]; close: string | null }): ComplaintWords => ({
    what: "不认识这张表：表头第一格不是已声明的记录或清单",
    expected: oneOf(args.known),
    why: "表头第一格决定这张表写的是什么事实",
    mend: meant(args.close, "改用 facts.md 里声明的名称"),
  }),
  "case-table-twice": (args: { firstLine: number }): ComplaintWords => ({
    what: `同一算例里这张表出现两次，第一次在第 ${args.firstLine} 行`,
    expected: "每种表在一个算例里只用一次",
    why: "分成两张，容易漏看一张",
    mend: "合并成一张",
  }),
  "case-fact-unknown": (args: { table: string; known: readonly string[]; close: string | null }): ComplaintWords => ({
    what: `“${args.table}”没有这个事实`,
    expected: oneOf(args.known),
    why: "事实的名称以 facts.md 的声明为准",
    mend: meant(args.close, "改用 facts.md 里声明的名称"),
  }),
  "case-fact-twice": (): ComplaintWords => ({
    what: "同一张表里这个事实写了两列",
    expected: "每个事实一列",
    why: "两列不同时，不知道以哪一列为准",
    mend: "删去一列",
  }),
  "case-sample-unknown": (args: { known: readonly string[] }): ComplaintWords => ({
    what: "没有这个标准单位",
    expected: oneOf(args.known),
    why: "没有另写的事实从标准单位来",
    mend: "改用已有的标准单位，或在 # 标准事实 里补一行",
  }),
  "case-rows": (args: { found: number }): ComplaintWords => ({
    what: `这张表有 ${args.found} 行`,
    expected: "记录只有一行",
    why: "一个算例只有一个申报单位、一份设定",
    mend: "留下一行；有多行的事实应写成清单",
  }),
  "case-value": (args: { fact: string; expected: string }): ComplaintWords => ({
    what: `“${args.fact}”的值读不懂`,
    expected: args.expected,
    why: "读不懂的值不能当作 0 或没有",
    mend: "按上面的写法改写",
  }),
  "case-range": (args: { first: number; here: number }): ComplaintWords => ({
    what: `第一格写了 ${args.first} 行，这一格写了 ${args.here} 行`,
    expected: "各格的起止数目相同，或只写一个值（各行相同）",
    why: "数目不同，就不知道哪一行配哪一个",
    mend: "改成相同的数目，或分成几行写",
  }),
  "case-reading": (args: { known: readonly string[] }): ComplaintWords => ({
    what: "没有这一项解释，或没有这种读法",
    expected: oneOf(args.known),
    why: "读法以 interpretations.md 的声明为准",
    mend: "用 interpretations.md 里的标题和说明（或其代号）",
  }),
  "case-outcome-header": (): ComplaintWords => ({
    what: "结论表的表头不对",
    expected: "| 条款 | 结论 | 金额 |，其后可以有 可能、给予、注明；合计表是 | 给予合计 | 可支付 |，其后可以有 注明",
    why: "每一列各有含义",
    mend: "按此写表头",
  }),
  "case-outcome-missing": (args: { part: string }): ComplaintWords => ({
    what: `算例没有${args.part}`,
    expected: "一张 | 条款 | 结论 | 金额 | 表，和一张 | 给予合计 | 可支付 | 表",
    why: "没有结论的算例什么也核对不了",
    mend: "补写这张表",
  }),
  "case-clause": (args: { known: readonly string[] }): ComplaintWords => ({
    what: "没有这一条措施",
    expected: oneOf(args.known),
    why: "结论要归到条款",
    mend: "改用政策里的条款号",
  }),
  "case-clause-twice": (): ComplaintWords => ({
    what: "同一条款写了两行结论",
    expected: "每条一行",
    why: "两行不同时，不知道以哪一行为准",
    mend: "删去一行",
  }),
  "case-status": (args: { known: readonly string[] }): ComplaintWords => ({
    what: "结论读不懂",
    expected: oneOf(args.known),
    why: "结论只有这几种",
    mend: "改用其中一种",
  }),
  "case-amount": (args: { expected: string }): ComplaintWords => ({
    what: "金额读不懂",
    expected: args.expected,
    why: "金额要精确到分地核对",
    mend: "写成带单位的金额",
  }),
  "case-mark": (args: { known: readonly string[] }): ComplaintWords => ({
    what: "注明的词读不懂",
    expected: `以 、 隔开，取自：${oneOf(args.known)}；没有任何注明的写“无”`,
    why: "注明的词是固定的",
    mend: "改用其中的词",
  }),
  "case-unreadable": (args: { title: string; path: string; problem: string; expected: string }): ComplaintWords => ({
    what: `算例“${args.title}”的档案不能受理：${args.path === "" ? "" : `${args.path} `}${args.problem}`,
    expected: args.expected,
    why: "算例的事实与申报档案受同样的核对",
    mend: "改正算例的事实",
  }),
  "case-differs": (args: { title: string; what: string; expected: string; found: string }): ComplaintWords => ({
    what: `算例“${args.title}”${args.what}：算例（cases.md）写的是 ${args.expected}，规则（policy.md）算得 ${args.found}`,
    expected: `两边相同：都是 ${args.expected}，或者都是 ${args.found}`,
    why: "算例是办事人员核对过的；规则与算例不一致，必有一个写错",
    mend: `照条文手算一遍：与算例相同的，改规则；与规则相同的，改算例`,
  }),
};

/** Complaints about the form of a policy document: front matter, headings, quotes, figure tables, rule blocks. */
import type { ComplaintWords } from "./complaint-words.ts";

export const DOCUMENT_CATALOGUE = {
  "front-matter-missing": (): ComplaintWords => ({
    what: "文件开头没有文件信息（以 --- 起止的 YAML）",
    expected: "第一行为 ---，其后写 policy、number、title 等，再以 --- 结束",
    why: "政策名称、文号、施行日期都从这里读取",
    mend: "在文件最前面补上 --- 起止的一段",
  }),
  "yaml-broken": (args: { problem: string }): ComplaintWords => ({
    what: `YAML 写法有误：${args.problem}`,
    expected: "合法的 YAML：每行“键: 值”，冒号后有一个半角空格，缩进一致，不用制表符",
    why: "读不出结构，规则就无法编译",
    mend: "检查这一行的冒号、缩进和引号；含 : # [ { 的文字用单引号括起来",
  }),
  "fence-open": (args: { language: string }): ComplaintWords => ({
    what: `代码块 \`\`\`${args.language} 没有结束`,
    expected: "代码块以单独一行 ``` 结束",
    why: "否则后面的条文都会被当作规则",
    mend: "在规则末尾另起一行写 ```",
  }),
  "section-without-id": (): ComplaintWords => ({
    what: "二级标题没有条款号",
    expected: "## 二（二） 或 ## 二（二）· 管理信息系统采购补助",
    why: "每一段原文都要能按条款号引用",
    mend: "在 ## 之后写条款号，标题写在 · 之后",
  }),
  "section-twice": (args: { id: string; firstLine: number }): ComplaintWords => ({
    what: `条款号“${args.id}”出现两次，第一次在第 ${args.firstLine} 行`,
    expected: "每个条款号只用一次",
    why: "决定书按条款号引用原文，必须唯一",
    mend: "合并这两节，或改正其中一个条款号",
  }),
  "stray-before-section": (): ComplaintWords => ({
    what: "原文、规则或表格不属于任何条款",
    expected: "先写 ## 条款号，再写原文、数值表和规则",
    why: "不知道它属于哪一条，就无法引用",
    mend: "在它前面加上 ## 条款号",
  }),
  "table-ragged": (args: { cells: number; header: number }): ComplaintWords => ({
    what: `这一行有 ${args.cells} 格，表头有 ${args.header} 格`,
    expected: `每行 ${args.header} 格`,
    why: "多一格少一格，就不知道数值属于哪一列",
    mend: "补上或删去多余的 |；单元格内的竖线写作 \\|",
  }),
  "table-without-header": (): ComplaintWords => ({
    what: "表格没有表头",
    expected: "第一行是表头，第二行是 | --- | --- |",
    why: "没有表头，就不知道各列是什么；中间空一行也会使表格断开",
    mend: "补上表头和 | --- | 一行，或删去表格中间的空行",
  }),
  "table-caption": (): ComplaintWords => ({
    what: "表的名称读不出来",
    expected: "表：名称、表：名称(参数) 或 累进表：名称(参数)；名称和参数以汉字开头，括号和逗号用半角",
    why: "有名称的表供算式引用，名称要能写进算式",
    mend: "例如 表：补助比例 或 累进表：服务补助(服务费)",
  }),
  "table-without-rule": (): ComplaintWords => ({
    what: "这张表前面没有规则，也不是“数 | 值 | 原文”表",
    expected: "决策表紧跟在 ```rule 之后；数值表的表头是 | 数 | 值 | 原文 |",
    why: "不知道这张表用在哪条规则里",
    mend: "把表移到所属规则之后，或改正表头",
  }),
  "figure-row-words-missing": (args: { name: string }): ComplaintWords => ({
    what: `数“${args.name}”没有写出原文`,
    expected: "原文一格里用 ` ` 括起一处或几处原文，如 `20%`",
    why: "每个数都要指出它出自哪几个字",
    mend: "在第三格用 ` ` 括起原文中的字句",
  }),
  "figure-name-bad": (args: { name: string }): ComplaintWords => ({
    what: `数的名称“${args.name}”不能用`,
    expected: "只用汉字、字母、数字，以汉字或字母开头；不入规则的数写作 —",
    why: "名称要写进计算公式，以数字开头或带标点的名称读不出来",
    mend: "改用汉字名称，如“移动通信示范”而不是“5G示范”",
  }),
  "figure-name-twice": (args: { name: string; firstLine: number }): ComplaintWords => ({
    what: `数的名称“${args.name}”在第 ${args.firstLine} 行已经用过`,
    expected: "全文件内每个数一个名称",
    why: "同名的两个数，规则分不清用的是哪一个",
    mend: "给其中一个换名，例如加上条款的主题",
  }),
};

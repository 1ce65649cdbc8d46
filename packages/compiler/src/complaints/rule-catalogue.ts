/** Complaints about rules: names, types, units, figures without words, tables with gaps. Arguments are words of the rule. */
import type { ComplaintWords } from "./complaint-words.ts";

type Args = Readonly<Record<string, string>>;

const near = (args: Args): string => (args.nearest ? `，可写作：${args.nearest}` : "");

const nameMend = (a: Args): string =>
  a.list ? `改用“${a.list}”的规则里写它` : "在 facts.md 声明这个事实，或在本条的数值表登记这个数";

const bestMend = (most: string): string =>
  `在 facts.md 的清单写 · 至多: ${most}，由申报单位挑最高的填报，数的值写 告知；每项金额相同的，也可以写 year cap（项数乘每项金额，原文有这个数的）`;

const unknownWhen = (a: Args): string =>
  [a.facts ? `“${a.facts}”可能没有填` : "", a.open ? `“${a.open}”未定` : "", a.zero ? `除数“${a.zero}”可能是 0` : ""]
    .filter((part) => part !== "")
    .join("；");

/** Keys that must be there, each with a line to copy. */
const LINES: Readonly<Record<string, string>> = {
  quote: "quote: 本条原文里的字句",
  contribution: "contribution: 申报单位.财政贡献（金额型的事实，在 facts.md 声明）",
  outside: "outside: 其他奖补（清单的名称，在 facts.md 声明）",
  competes: "competes: 奖补金额 > 0（哪些其他奖补算重复）",
  local: 'local: 层级 = "local"（哪些其他奖补是本级的；上限只管本办法的，写 local: false）',
  title: "title: 措施的名称",
  of: "of: 清单的名称",
  add: "add: 每项加多少，如 实付",
  fact: "fact: 合计或个数在结果里的名称，如 purchases.paid.total",
  name: "name: 这个个数的名称",
  distinct: "distinct: 按哪个事实去重，如 信用代码",
  when: "when: 条件的算式",
  text: "text: 一句话说明",
  score: "score: 按哪个事实排名，如 评分",
  decided: "decided: 写已作决定的事实，如 已入选",
  year: "year: 属于哪一年度，如 完工日.year",
  order: "order: 按哪个事实的先后，如 受理次序",
};

export const RULE_CATALOGUE = {
  "unknown-name": (a: Args): ComplaintWords => ({
    what: a.what ?? `没有“${a.name}”这个名称`,
    expected: a.known ?? `本处可用的事实、数、let、年度、年初、年末、施行日${near(a)}`,
    why: a.list ? `它是清单“${a.list}”的事实，只能写在用这个清单的规则里` : "名称写错，规则就会漏算或错算",
    mend: a.nearest ? `改为“${a.nearest}”` : a.mend || nameMend(a),
  }),
  "unknown-fact": (a: Args): ComplaintWords => ({
    what: `“${a.of}”里没有“${a.name}”`,
    expected: a.known ? `“${a.of}”里有的：${a.known}` : `“.”前面是记录或日期，不是${a.of}`,
    why: "没有声明的事实不会有人填报",
    mend: a.nearest ? `改为“${a.nearest}”` : a.known ? `改为其中一个；确要新的，在“${a.of}”里声明` : "去掉“.”和后面的字",
  }),
  "unknown-function": (a: Args): ComplaintWords => ({
    what: `没有“${a.name}”这个函数`,
    expected: `到分、整数倍、比率、第几年、min、max、abs、not、解读、年内月数、月数、企业规模、门类，或本政策 functions 里的函数${near(a)}`,
    why: "规则只能用能精确计算的函数",
    mend: a.nearest ? `改为“${a.nearest}”` : "改用上列函数",
  }),
  "unknown-option": (a: Args): ComplaintWords => ({
    what: `“${a.name}”不是可选的值`,
    expected: a.options ?? "",
    why: "与不可能出现的值比较，条件永远不成立",
    mend: a.nearest ? `改为“${a.nearest}”` : "改为可选值之一",
  }),
  "unknown-reading": (a: Args): ComplaintWords => ({
    what: `“${a.name}”不是 interpretations.md 里的解释或读法`,
    expected: a.options ?? "",
    why: "每种读法都要先登记，才能由会议决定采用",
    mend: a.nearest ? `改为“${a.nearest}”` : "在 interpretations.md 登记",
  }),
  "wrong-arguments": (a: Args): ComplaintWords => ({
    what: `函数“${a.name}”的参数不对`,
    expected: a.expected ?? "",
    why: "参数不对就算不出值",
    mend: `按 ${a.name}（${a.expected}）改写`,
  }),
  "type-mismatch": (a: Args): ComplaintWords => ({
    what: `这里是${a.found}`,
    expected: a.expected ?? "",
    why: "不同种类的值不能这样运算或比较",
    mend: `改为${a.expected}`,
  }),
  "condition-not-boolean": (a: Args): ComplaintWords => ({
    what: `条件是${a.found}，不是“是否”`,
    expected: "能判断真假的条件，例如 软件投入 > 50万元",
    why: "数或文字不能当作条件",
    mend: "写成比较，或换成是否型的事实",
  }),
  "unit-mismatch": (a: Args): ComplaintWords => ({
    what: `单位不合：${a.left} ${a.operator} ${a.right}`,
    expected: "两边单位相同；相乘时至多一边有单位",
    why: "元与家相加没有意义",
    mend: "检查两边取的是不是同一种数",
  }),
  "inexact-division": (): ComplaintWords => ({
    what: "除法的结果可能除不尽",
    expected: "到分(被除数 / 除数)",
    why: "金额必须精确；除不尽的数要说明截到哪里",
    mend: "把整个除法写进 到分( )",
  }),
  "inexact-number": (a: Args): ComplaintWords => ({
    what: `不能精确到分：${a.words}`,
    expected: "以 到分( ) 截断的金额",
    why: "金额按“不超过”截到分，不四舍五入",
    mend: "在外面加 到分( )",
  }),
  "figure-without-words": (a: Args): ComplaintWords => ({
    what: a.several ? `本条有几个“${a.figure}”，不知道指哪一个` : `数“${a.figure}”没有原文支持`,
    expected: a.names ? `本条数值表里的数：${a.names}` : "带单位、且登记在本条“数 | 值 | 原文”表里的数",
    why: "规则里的每个数都要能指出它出自哪几个字",
    mend: a.whole
      ? `写上单位：${a.whole}`
      : a.several
        ? `写名称：${a.several}`
        : "改为本条登记过的数或它的名称；若原文确有此数，先在数值表登记（同一处字句里有几个数的，用【】括出所指的那个）",
  }),
  "maybe-null": (): ComplaintWords => ({
    what: "这个金额可能没有值",
    expected: "任何情况下都有数的算式",
    why: "没有值就无法给出金额",
    mend: "用 if … = null then … else … 写明没有时怎么算",
  }),
  "cap-maybe-null": (a: Args): ComplaintWords => ({
    what: "这个上限可能没有值：有的单位有上限，有的没有，还不能这样写",
    expected: "任何情况下都有数的算式",
    why: "没有值是“没有上限”还是“上限不知道”，程序分不出；当作没有上限，就会多付",
    mend:
      a.key === "cap"
        ? "写进 amount：if 上限 = null then 金额 else min(上限, 金额)"
        : "按单位分成两条措施，各写 who：有上限的一条写 year cap；没有的一条不写，另起一节（不必再引原文），数写名称",
  }),
  "not-sayable": (a: Args): ComplaintWords => ({
    what: `规则里还不能写“只取金额最高的几项”（${a.key}）`,
    expected: "每个事项都计入，以 cap、year cap 封顶；或者清单里至多几行",
    why: "取哪几项与就高不重复、年度限额互相影响，还不能证明找到的总是最大",
    mend: bestMend(a.most || "几"),
  }),
  "measure-twice": (): ComplaintWords => ({
    what: "这一节有两条措施的规则",
    expected: "一节一条措施",
    why: "第二条没有人读，写了也不会给",
    mend: "另起一节：## 条款号之二 · 名称，不必再引原文；规则里的数写名称",
  }),
  "if-unknown": (a: Args): ComplaintWords => ({
    what: `if 的条件可能不知道，这时走 else 一支：${unknownWhen(a)}`,
    expected: "不知道时怎样算，在规则里写明",
    why: "不知道不是不成立：缺一个数，就按 else 给了，谁也看不到还缺什么",
    mend: a.open
      ? `写成 where 的条件：“${a.open}”议定以前就是“不知道”，不计入金额，计入“至多可到”`
      : `前面先写 if ${a.first} = ${a.facts ? "null" : "0"} then … else，写明这时怎么算；或者写成 where 的条件，不知道的就不计入，计入“至多可到”`,
  }),
  "maybe-negative": (): ComplaintWords => ({
    what: "这个金额可能小于零",
    expected: "任何情况下都不小于零的算式",
    why: "补助不会是负数；相减可能得负，漏写就会少付别的项目",
    mend: "写成 max(0, 甲 - 乙)，或先用条件排除得负的情形",
  }),
  "pool-not-steps": (): ComplaintWords => ({
    what: "合计的金额不是分档的定额，而清单的项目又可能与别的条款争同一个项目",
    expected: "按合计分档给定额；或者清单的项目写 不涉；或者在就高不重复里除外（except）；或者逐项计算（each）",
    why: "就高不重复要找合计最大的组合；合计按比例计算时还不能证明找到的就是最大",
    mend: "改用 each 逐项计算并以 year cap 封顶，或在 facts.md 把清单改为 项目: 不涉",
  }),
  unsupported: (a: Args): ComplaintWords => ({
    what: `规则里不能用：${a.words}`,
    expected: "比较、and/or/not、加减乘、min/max、到分、if、in",
    why: "只收能精确计算、能逐项解释的写法",
    mend: "改写，或用 let 分步写",
  }),
  syntax: (a: Args): ComplaintWords => ({
    what: a.message ?? "表达式有误",
    expected: a.expected ?? "",
    why: "读不懂的表达式不会被猜测",
    mend: a.mend ?? "",
  }),
  "rule-shape": (a: Args): ComplaintWords => ({
    what: `这里写的是 ${a.found}`,
    expected: a.expected ?? "",
    why: "规则按固定的键读取",
    mend: `改写为${a.expected}`,
  }),
  "unknown-key": (a: Args): ComplaintWords => ({
    what: `规则里没有“${a.key}”这个键`,
    expected: `${a.keys}`,
    why: "写错的键会使条件落空",
    mend: a.nearest ? `改为“${a.nearest}”` : "删去，或改为上列的键",
  }),
  "key-misplaced": (a: Args): ComplaintWords => ({
    what: `${a.form} 的规则里没有“${a.key}”`,
    expected: `${a.keys}`,
    why: "没有人读的键不起作用：写了上限也不会封顶",
    mend: a.key === "cap" || a.key === "year cap" ? "写进 amount：min(上限, 金额)" : "删去，或改用有这个键的形式",
  }),
  "missing-key": (a: Args): ComplaintWords => ({
    what: `缺少“${a.key}”`,
    expected: `写明 ${a.key}`,
    why: "缺了它就算不出结果",
    mend: LINES[a.key ?? ""] ? `补上一行 ${LINES[a.key ?? ""]}` : `补上 ${a.key}`,
  }),
  "unknown-mark": (a: Args): ComplaintWords => ({
    what: `没有“${a.mark}”这个标记`,
    expected: a.known ?? "",
    why: "标记要在页面、测算表和算例里显示成文字，没有文字的标记没有人看得懂",
    mend: a.nearest ? `改为 ${a.nearest}` : "改为其中一个；没有合适的，删去标记，把话写进 otherwise",
  }),
  "table-gap": (a: Args): ComplaintWords => ({
    what: `档次表有缺口：${a.where} 时没有一行适用`,
    expected: "每种情况恰有一行",
    why: "落在缺口里的申报单位会得不到答案",
    mend: "补一行，或改正相邻行的边界",
  }),
  "table-overlap": (a: Args): ComplaintWords => ({
    what: `档次表有重叠：${a.where} 时有几行同时适用（${a.rows}）`,
    expected: "每种情况恰有一行",
    why: "同一情况两个金额，无法确定给哪个",
    mend: "改正边界的开闭：[ 含，) 不含",
  }),
  "table-shape": (a: Args): ComplaintWords => ({
    what: "档次表各行的结果不是同一种数",
    expected: a.expected ?? "",
    why: "一张表只给一种结果",
    mend: "统一各行结果的单位",
  }),
  "table-unproved": (a: Args): ComplaintWords => ({
    what: `无法证明档次表没有缺口：${a.where ?? ""}`,
    expected: "各格只与确定的数比较",
    why: "没有证明的表不能用来付钱",
    mend: "把格子改成与数值比较的区间",
  }),
  "quote-not-in-clause": (a: Args): ComplaintWords => ({
    what: `条件引的原文不在 ${a.clause} 里`,
    expected: "逐字引用本条原文",
    why: "申报单位要能看到是哪几个字决定了结果",
    mend: "照抄原文里的字句，或用 clause: 指明所引的条款",
  }),
  "measure-missing": (a: Args): ComplaintWords => ({
    what: `“${a.clause}”有原文，却没有规则，也没有说明它的性质`,
    expected: "写一个 ```rule，或写 nature: informational / discretionary / unmodelled",
    why: "没有写进程序的条文必须明说，不能默默略过",
    mend: "补上规则或性质",
  }),
  "front-wrong": (a: Args): ComplaintWords => ({
    what: `文件开头的“${a.key}”${a.found}`,
    expected: a.expected ?? "",
    why: "政策的名称、期间和年度都从这里读取",
    mend: `改正 ${a.key}`,
  }),
  "sample-left": (a: Args): ComplaintWords => ({
    what: `${a.label}还是样本的`,
    expected: `本政策的${a.label}`,
    why: `${a.label}印在每份结果上，样本的不是任何机关的`,
    mend: `把 ${a.key} 改为公布的文件上的${a.label}`,
  }),
  "unused-figure": (a: Args): ComplaintWords => ({
    what: `数“${a.name}”登记了，却没有一条规则用到`,
    expected: "规则里用到它，或标为 告知 / 裁量",
    why: "原文给了的数而规则不用，多半是漏写了规则",
    mend: a.most
      ? `在规则里用它；“最多几项、取最高的”还不能写进规则：${bestMend(a.most)}`
      : "在规则里用它；确不产生金额的，值写 告知",
  }),
  "unasked-reading": (a: Args): ComplaintWords => ({
    what: `解释“${a.key}”写的是测算采用，却没有一条规则问它`,
    expected: `规则里有 解读("${a.key}")，或者写 测算不涉及`,
    why: "改用另一种读法，金额却不变",
    mend: `在规则里用 解读("${a.key}")；不影响测算的，改为 测算不涉及`,
  }),
};

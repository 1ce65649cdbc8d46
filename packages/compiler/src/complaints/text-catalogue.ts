/** Complaints that compare a policy document with the official text: quotes and figures, both ways. */
import type { ComplaintWords } from "./complaint-words.ts";

export const TEXT_CATALOGUE = {
  "quote-differs": (args: {
    quoted: string;
    original: string;
    quotedCharacter: string;
    originalCharacter: string;
    originalLine: number;
  }): ComplaintWords => ({
    what: `引文与原文不符：引文作“${args.quotedCharacter || "（无）"}”，原文第 ${args.originalLine} 行作“${args.originalCharacter || "（无）"}”`,
    expected: args.original,
    why: "引文必须与公布的文本一字不差（空白除外），否则规则没有依据",
    mend: `把“${args.quoted}”改为“${args.original}”`,
  }),
  "quote-missing": (args: { sentence: string; originalLine: number }): ComplaintWords => ({
    what: `原文第 ${args.originalLine} 行没有引入：“${args.sentence}”`,
    expected: "原文的每一句都在某个 > 引文里，恰好一次",
    why: "漏掉的句子可能改变补助的条件或数额",
    mend: `在此处加上引文：> ${args.sentence}`,
  }),
  "quote-twice": (args: { sentence: string; otherLine: number }): ComplaintWords => ({
    what: `“${args.sentence}”引了两次，另一次在第 ${args.otherLine} 行`,
    expected: "原文的每一句恰好引一次",
    why: "同一句话出现两次，它的数就有两处依据",
    mend: "删去这一处",
  }),
  "quote-invented": (args: { sentence: string }): ComplaintWords => ({
    what: `原文没有这一句：“${args.sentence}”`,
    expected: "> 引文里只有公布的文本；说明文字写成普通段落",
    why: "没有公布的句子不能作为依据",
    mend: "删去这一句，或去掉行首的 > 改成说明",
  }),
  "quote-out-of-order": (args: { sentence: string; originalLine: number }): ComplaintWords => ({
    what: `“${args.sentence}”的次序与原文不同（原文第 ${args.originalLine} 行）`,
    expected: "引文的次序与原文相同",
    why: "“前款”“上述”等用语依次序而定",
    mend: "把这一句移回原文中的位置",
  }),
  "correction-wrong": (args: { problem: string; clause: string }): ComplaintWords => ({
    what: `“${args.clause}”的更正读不出来：${args.problem}`,
    expected: "words（原词，在本条恰好一次）、corrected（更正后）、by（更正文号）、on（日期，写作 '2024-06-03'）、why",
    why: "只有写明文号和日期的正式更正，才能让规则与公布的文字不同",
    mend: "补齐五项；没有正式更正的，照公布的文字写，歧义记入 interpretations.md",
  }),
  "figure-unbound": (args: { figure: string; unit: string; value: string; context: string }): ComplaintWords => ({
    what: `原文中的数“${args.figure}”没有登记（“${args.context}”）${args.unit === "" ? "" : `；不认识单位“${args.unit}”，可登记为告知`}`,
    expected: "每个数都在“数 | 值 | 原文”表中登记一次",
    why: "没有登记的数，规则里用不到，也查不到出处",
    mend:
      args.value === "告知"
        ? `在本节数值表加一行：| — | 告知 | \`${args.context}\` |：这样登记的数不进入算式`
        : `在本节数值表加一行：| 名称 | ${args.value} | \`${args.context}\` |；不入规则的数，名称写 —，值写 告知`,
  }),
  "figure-bound-twice": (args: { figure: string; otherLine: number }): ComplaintWords => ({
    what: `原文中的数“${args.figure}”登记了两次，另一次在第 ${args.otherLine} 行`,
    expected: "每处数只登记一次",
    why: "一处数两个名称，改动时会改漏一个",
    mend: `删去其中一行；原文一格里含有几个数的，缩短它，或用【】括出自己的那个，如【${args.figure}】`,
  }),
  "figure-words-absent": (args: { excerpt: string; section: string }): ComplaintWords => ({
    what: `“${args.section}”的引文里没有“${args.excerpt}”`,
    expected: "原文一格里的字句恰好出现在本节引文中一次（空白不计）",
    why: "没有原文支持的数不能进入规则",
    mend: "照抄本节引文里的字句",
  }),
  "figure-words-twice": (args: { excerpt: string; section: string; times: number; ways: readonly string[] }): ComplaintWords => ({
    what: `“${args.excerpt}”在“${args.section}”的引文里出现 ${args.times} 次`,
    expected: "原文一格里的字句在本节引文中恰好出现一次",
    why: "出现几次，就不知道指的是哪一处",
    mend: [
      "向前或向后多抄几个字，直到只有一处；多抄的字里有别的数的，用【】括出所指的那个",
      ...(args.ways.length > 0 ? [`可以写 ${args.ways.map((way) => `\`${way}\``).join(" 或 ")}`] : []),
    ].join("；"),
  }),
  "figure-value-differs": (args: {
    name: string;
    value: string;
    words: string;
    excerpt: string;
    marked: string;
  }): ComplaintWords => ({
    what: `“${args.name}”的值是“${args.value}”，原文是“${args.words}”（\`${args.excerpt}\`）`,
    expected: args.words,
    why: "值必须与原文写的数相同，单位也相同",
    mend:
      args.marked === ""
        ? `把值改为“${args.words}”；若原文一格里含有别的数，缩短它`
        : `原文一格里有几个数：用【】括出这一行所指的那个，如 \`${args.marked}\`；或者缩短它`,
  }),
  "figure-words-without-figure": (args: { name: string; excerpt: string }): ComplaintWords => ({
    what: `“${args.name}”的原文“${args.excerpt}”里没有数`,
    expected: "原文一格里含有与值相同的数；原文没有定下的数，值写 未定",
    why: "否则看不出这个值出自哪几个字",
    mend: "把原文一格放宽到含有这个数",
  }),
  "figure-open-with-figure": (args: { name: string; excerpt: string; figure: string }): ComplaintWords => ({
    what: `“${args.name}”的值是“未定”，但原文“${args.excerpt}”里有数“${args.figure}”`,
    expected: "未定的数，原文一格里没有数",
    why: "原文已经定下的数不能当作未定",
    mend: `把值改为“${args.figure}”，或改正原文一格`,
  }),
  "figure-value-unreadable": (args: { name: string; value: string }): ComplaintWords => ({
    what: `“${args.name}”的值“${args.value}”读不出来`,
    expected: "20%、50万元、10家、六十万元、百分之二十、用顿号隔开的列举、未定、告知、裁量",
    why: "编译器要把它变成准确的整数",
    mend: "照原文写数和单位，不加空格以外的字",
  }),
};

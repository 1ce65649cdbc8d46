/** Complaints about facts.md, the declaration of a dossier: headings, tables, types, and the rules between facts. */
import { TYPE_WORDS } from "../facts/read-fact-type.ts";
import type { ComplaintWords } from "./complaint-words.ts";

/** `known`: the measure words, `declared`: what figures bring besides; `plain`: without its 万; `type`: what to write, "" where it can't be told. */
type UnitArgs = Readonly<Record<"unit" | "word" | "plain" | "known" | "declared" | "type", string>>;

export const FACTS_CATALOGUE = {
  "facts-heading": (): ComplaintWords => ({
    what: "标题读不出名称和标识",
    expected: "形如：## 软件采购 `softwarePurchases`",
    why: "名称给人看，标识是档案里的键",
    mend: "标题写成 ## 名称 `标识`；记录里的清单写 `记录.清单`",
  }),
  "facts-nature": (): ComplaintWords => ({
    what: "标题下面没有写清是记录还是清单",
    expected: "记录 · 必填（或可缺）；或：清单 · 项目: 不涉（或可多、一次） · 唯一: 标识",
    why: "档案的形状由这一行决定",
    mend: "在标题下一行按上面的写法补写；几个键各自唯一的，用顿号写在一起：唯一: id、ordinal",
  }),
  "facts-header": (): ComplaintWords => ({
    what: "事实表的表头不对",
    expected: "| 名称 | 标识 | 类型 | 填报 | 提供者 | 凭据 | 密级 | 可改 |",
    why: "每一列都进入申报表和接口",
    mend: "按此顺序写八列",
  }),
  "facts-name": (): ComplaintWords => ({
    what: "名称不能用在规则里",
    expected: "以汉字开头，只含汉字、字母和数字",
    why: "规则是 FEEL 表达式，空格和运算符会把名称拆开",
    mend: "改用这样的名称，如“软件实付”",
  }),
  "facts-key": (): ComplaintWords => ({
    what: "标识不能用作键",
    expected: "小写字母开头，只含字母和数字，不与 JavaScript 对象自带的名称相同",
    why: "键出现在档案、接口和数据库列里",
    mend: "换一个标识",
  }),
  "facts-repeated": (): ComplaintWords => ({
    what: "名称或标识重复",
    expected: "同一记录或清单里的名称、标识各不相同；记录和清单之间也是",
    why: "重复的名称在规则里分不清",
    mend: "改名",
  }),
  "facts-type": (): ComplaintWords => ({
    what: "没有这种类型",
    expected: `${TYPE_WORDS.join("、")}`,
    why: "类型决定怎样读入和核对",
    mend: "改用其中一种；选项写作 代号=名称、代号=名称",
  }),
  "facts-unit": (a: UnitArgs): ComplaintWords => ({
    what: `不认识单位“${a.unit}”`,
    expected: `${a.known}${a.declared === "" ? "" : `；policy.md 登记的数还带有：${a.declared}`}`,
    why: "原文里没有一个数带这个单位，填报的数就不能与任何数比较；写错的单位、没有登记的币种和计量单位，都会这样露出来",
    mend:
      a.type === ""
        ? `原文有带“${a.plain}”的数的，先在数值表登记（值照抄，如 300万${a.plain}），类型写 ${a.word}(${a.plain})；没有的，改用上列单位，或者不写单位：${a.word}`
        : `改为 ${a.type}`,
  }),
  "facts-presence": (): ComplaintWords => ({
    what: "没有这种填报方式",
    expected: "必填、必填可未知、必填可无、可缺、可缺未知",
    why: "空缺的含义必须写明",
    mend: "改用其中一种",
  }),
  "facts-privacy": (): ComplaintWords => ({
    what: "没有这种密级",
    expected: "公开、内部、商密、财税",
    why: "密级决定谁能看到",
    mend: "改用其中一种",
  }),
  "facts-changeable": (): ComplaintWords => ({
    what: "可改一列读不懂",
    expected: "是 或 否",
    why: "它决定这个事实是否出现在“距下一档尚差”里",
    mend: "写是或否",
  }),
  "facts-column": (): ComplaintWords => ({
    what: "提供者或凭据是空的",
    expected: "写明由谁提供、以什么为凭；没有凭据的写“无”",
    why: "没有来源的事实不能用来发钱",
    mend: "补写",
  }),
  "facts-unique": (): ComplaintWords => ({
    what: "唯一的标识不在表里",
    expected: "表中必填事实的标识",
    why: "不存在的键无法查重",
    mend: "改为表中的标识",
  }),
  "facts-project": (): ComplaintWords => ({
    what: "有项目的清单缺少编号或项目",
    expected: "标识为 id（必填）和 project（可缺）的两个文字",
    why: "项目默认为编号",
    mend: "在表中补上这两行",
  }),
  "facts-parent": (): ComplaintWords => ({
    what: "清单所在的记录没有声明",
    expected: "在前面声明的记录",
    why: "记录.清单 的值写在记录里面",
    mend: "先声明记录，或去掉标识里的点",
  }),
  "facts-missing": (): ComplaintWords => ({
    what: "缺少必须声明的一节",
    expected: "记录 `applicant`（申报单位），其中有 uscc（信用代码）和 name（单位名称）",
    why: "每个结果都写明是哪家单位的",
    mend: "补写这一节或这两个事实",
  }),
  "facts-check": (): ComplaintWords => ({
    what: "核对块读不懂",
    expected: "YAML 清单，每条有 test、at、problem、expected 四项文字",
    why: "四项决定核对什么、在哪里报错、怎么说",
    mend: "按此补齐",
  }),
  "facts-check-at": (): ComplaintWords => ({
    what: "核对的 at 不是本组事实的标识",
    expected: "表中的标识",
    why: "报错要指到档案里的键",
    mend: "改为表中的标识",
  }),
};

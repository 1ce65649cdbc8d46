/** A good dossier that uses every record and list, and the ways of spoiling it: where the problem must be reported, and in which words. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Draft = Record<string, Json> & {
  applicant: Record<string, Json>;
  demonstrationProjects: Record<string, Json>[];
  fiveGProjects: Record<string, Json>[];
  industrialInternetProjects: Record<string, Json>[];
  servedSmes: Record<string, Json>[];
  softwarePurchases: Record<string, Json>[];
  cloudServices: Record<string, Json>[];
  platforms: Record<string, Json>[];
  industrialApps: Record<string, Json>[];
  consulting: Record<string, Json> & { reports: Record<string, Json>[]; contracts: Record<string, Json>[] };
  trainings: Record<string, Json>[];
  talentProgrammes: Record<string, Json>[];
  outsideAwards: Record<string, Json>[];
};

export interface BadDossier {
  readonly name: string;
  readonly spoil: (dossier: Draft) => unknown;
  readonly path: string;
  /** Part of the problem or of what was expected. */
  readonly words: string;
}

export const GOOD: Draft = {
  policy: "jinjiang-2023-11",
  year: 2023,
  settings: { trainingMinParticipants: 50, trainingMinHours: "8", interpretations: { "two-formulas": "lower" } },
  applicant: {
    uscc: "91350582MA00100020",
    name: "示例企业1",
    kind: "enterprise",
    industry: "1951",
    roles: ["iiot-platform", "research-institute"],
    registeredInJinjiang: true,
    aboveScale: null,
    fiscalContribution: null,
    employees: 120,
    revenue: "30000000.00",
    totalAssets: 12345.6,
    otherLocalAwards: 0,
  },
  demonstrationProjects: [
    {
      id: "D1",
      project: "P1",
      industry: "鞋服",
      acceptedIndustry: false,
      software: "400000",
      hardware: 600000.55,
      inUseOn: null,
      promotes: true,
      parkKeyProject: false,
      selected: null,
      score: "88.5",
      grantedRate: "0.15",
      fundedEarlier: false,
    },
    {
      id: "D2",
      industry: "纺织",
      software: 1,
      hardware: 0,
      inUseOn: "2023-06-30",
      promotes: true,
      parkKeyProject: true,
      selected: true,
      grantedRate: "0.25",
    },
  ],
  fiveGProjects: [{ id: "G1", claimYear: 2023, investment: "1000000", quanzhouSubsidy: null }],
  industrialInternetProjects: [{ id: "I1", claimYear: 2023, partner: "91350000611528672E", quanzhouSubsidy: "1047900" }],
  servedSmes: [
    {
      uscc: "91350582MB1000002G",
      name: "示例工厂",
      industry: "1811",
      inJinjiang: true,
      employees: 120,
      revenue: "30000000",
      inUseFrom: "2022-07-01",
    },
    { uscc: "91350582MB1000010B", industry: "17", inUseFrom: "2023-01-01", inUseTo: "2023-01-01" },
  ],
  softwarePurchases: [
    { id: "S1", system: "ERP", softwarePaid: "500000", paidOn: "2023-08-08" },
    { id: "S2", project: "P1", system: "other", accepted: true, softwarePaid: "0.01", paidOn: "2024-02-29", fundedEarlier: true },
  ],
  cloudServices: [{ id: "C1", fee: "50000.01", serviceFrom: "2023-01", serviceTo: "2023-12" }],
  platforms: [
    {
      id: "L1",
      kind: "industrial-internet",
      claimYear: 2023,
      landed: true,
      investment: "2400000",
      quanzhouSubsidy: "500000",
      byLeadingEnterprise: true,
      sharedWithSmes: true,
    },
    {
      id: "L2",
      kind: "big-data",
      claimYear: 2023,
      landed: true,
      quanzhouSubsidy: "500000",
      byLeadingEnterprise: true,
      sharedWithSmes: true,
    },
  ],
  industrialApps: [{ id: "A1", claimYear: 2022, landed: true, serviceSpend: "333333.33", grantedRate: "0.1" }],
  consulting: {
    team: ["system-integrator", "system-integrator"],
    freeOfCharge: true,
    reports: [{ uscc: "91350582MC1000006Y", on: "2023-06-01" }],
    contracts: [{ uscc: "91350582MC1000006Y", on: "2023-07-01" }],
  },
  trainings: [{ id: "T1", heldOn: "2023-11-11", participants: 60, hours: 7.5, coOrganiser: null }],
  talentProgrammes: [{ id: "R1", description: "数字经济学科专班" }],
  outsideAwards: [{ programme: "技改补助", project: "P1", amount: "20000", level: "local", returned: false }],
};

const first = <T>(list: readonly T[]): T => list[0] as T;
const second = <T>(list: readonly T[]): T => list[1] as T;
const applicant = (key: string, value: Json) => (d: Draft) => ({ ...d, applicant: { ...d.applicant, [key]: value } });
const top = (key: string, value: Json) => (d: Draft) => ({ ...d, [key]: value });
const without = (key: string) => (d: Draft) => Object.fromEntries(Object.entries(d).filter(([k]) => k !== key));
/** Sets a key of the list's first item; undefined takes it away. */
const item =
  (list: Exclude<keyof Draft, "applicant" | "consulting"> & string, key: string, value: Json | undefined, index = 0) =>
  (d: Draft) => {
    const row = (d[list] as Record<string, Json>[])[index] as Record<string, Json>;
    if (value === undefined) delete row[key];
    else row[key] = value;
    return d;
  };
const own = (json: string): Json => JSON.parse(json) as Json;

const SHAPES: readonly BadDossier[] = [
  { name: "null", spoil: () => null, path: "", words: "应为对象" },
  { name: "an array", spoil: (d) => [d], path: "", words: "数组" },
  { name: "a number", spoil: () => 5, path: "", words: "数 5" },
  { name: "a list that is an object", spoil: top("softwarePurchases", {}), path: "softwarePurchases", words: "应为数组" },
  { name: "a list that is a text", spoil: top("cloudServices", "无"), path: "cloudServices", words: "“无”" },
  {
    name: "an item that is null",
    spoil: (d) => ({ ...d, trainings: [first(d.trainings), null] }),
    path: "trainings[1]",
    words: "应为对象",
  },
  { name: "an item that is a list", spoil: top("outsideAwards", [[]]), path: "outsideAwards[0]", words: "数组" },
  { name: "an applicant that is a list", spoil: top("applicant", []), path: "applicant", words: "应为对象" },
  { name: "no applicant", spoil: without("applicant"), path: "applicant", words: "缺少" },
  { name: "a null applicant", spoil: top("applicant", null), path: "applicant", words: "null" },
  { name: "settings that are a text", spoil: top("settings", "默认"), path: "settings", words: "应为对象" },
  { name: "consulting that is true", spoil: top("consulting", true), path: "consulting", words: "应为对象" },
  {
    name: "reports that are an object",
    spoil: (d) => ({ ...d, consulting: { ...d.consulting, reports: {} } }),
    path: "consulting.reports",
    words: "应为数组",
  },
  { name: "roles that are a text", spoil: applicant("roles", "iiot-platform"), path: "applicant.roles", words: "应为数组" },
];

const KEYS: readonly BadDossier[] = [
  {
    name: "an unknown top-level key",
    spoil: top("softwarePurchase", []),
    path: "softwarePurchase",
    words: "是否应为 softwarePurchases",
  },
  { name: "an unknown applicant key", spoil: applicant("usccc", "x"), path: "applicant.usccc", words: "是否应为 uscc" },
  {
    name: "an unknown item key",
    spoil: item("softwarePurchases", "paidon", "x"),
    path: "softwarePurchases[0].paidon",
    words: "是否应为 paidOn",
  },
  {
    name: "an unknown settings key",
    spoil: top("settings", { trainingMinHour: 8 }),
    path: "settings.trainingMinHour",
    words: "是否应为 trainingMinHours",
  },
  {
    name: "an unknown consulting key",
    spoil: (d) => ({ ...d, consulting: { ...d.consulting, cost: 1 } }),
    path: "consulting.cost",
    words: "没有这个名称",
  },
  {
    name: "projectStated, which is ours",
    spoil: item("softwarePurchases", "projectStated", true),
    path: "softwarePurchases[0].projectStated",
    words: "没有这个名称",
  },
  { name: "env, which is ours", spoil: top("env", {}), path: "env", words: "没有这个名称" },
  {
    name: "__proto__ at the top",
    spoil: (d) => own(JSON.stringify(d).replace("{", '{"__proto__":{"year":2023},')),
    path: "__proto__",
    words: "没有这个名称",
  },
  {
    name: "__proto__ in an item",
    spoil: (d) => ({ ...d, talentProgrammes: [own('{"id":"R","description":"x","__proto__":1}')] }),
    path: "talentProgrammes[0].__proto__",
    words: "没有这个名称",
  },
  { name: "constructor", spoil: applicant("constructor", "x"), path: "applicant.constructor", words: "没有这个名称" },
  { name: "toString", spoil: top("toString", 1), path: "toString", words: "没有这个名称" },
  { name: "a key with a line break", spoil: top("a\nb", 1), path: '["a\\nb"]', words: "没有这个名称" },
  { name: "no year", spoil: without("year"), path: "year", words: "2023、2024" },
  {
    name: "no name",
    spoil: (d) => ({ ...d, applicant: Object.fromEntries(Object.entries(d.applicant).filter(([k]) => k !== "name")) }),
    path: "applicant.name",
    words: "缺少",
  },
  {
    name: "no aboveScale",
    spoil: (d) => ({ ...d, applicant: Object.fromEntries(Object.entries(d.applicant).filter(([k]) => k !== "aboveScale")) }),
    path: "applicant.aboveScale",
    words: "null",
  },
  {
    name: "no inUseOn",
    spoil: item("demonstrationProjects", "inUseOn", undefined),
    path: "demonstrationProjects[0].inUseOn",
    words: "缺少",
  },
  { name: "no freeOfCharge", spoil: top("consulting", {}), path: "consulting.freeOfCharge", words: "缺少" },
  {
    name: "no contract date",
    spoil: (d) => ({ ...d, consulting: { ...d.consulting, contracts: [{ uscc: "91350582MC1000006Y" }] } }),
    path: "consulting.contracts[0].on",
    words: "缺少",
  },
  { name: "a null name", spoil: applicant("name", null), path: "applicant.name", words: "不能为 null" },
  {
    name: "a null registration",
    spoil: applicant("registeredInJinjiang", null),
    path: "applicant.registeredInJinjiang",
    words: "不能为 null",
  },
  {
    name: "a null payment date",
    spoil: item("softwarePurchases", "paidOn", null),
    path: "softwarePurchases[0].paidOn",
    words: "不能为 null",
  },
];

const HEAD: readonly BadDossier[] = [
  { name: "another policy", spoil: top("policy", "jinjiang-2023-12"), path: "policy", words: "是否应为 jinjiang-2023-11" },
  { name: "a policy that is a number", spoil: top("policy", 11), path: "policy", words: "jinjiang-2023-11" },
  { name: "a year not covered", spoil: top("year", 2025), path: "year", words: "2023、2024" },
  { name: "a year in quotes", spoil: top("year", "2023"), path: "year", words: "应写作数 2023" },
  { name: "half a year", spoil: top("year", 2023.5), path: "year", words: "2023.5" },
  {
    name: "an unknown interpretation",
    spoil: top("settings", { interpretations: { "two-formula": "lower" } }),
    path: "settings.interpretations.two-formula",
    words: "是否应为 two-formulas",
  },
  {
    name: "an unknown reading",
    spoil: top("settings", { interpretations: { "two-formulas": "higher" } }),
    path: "settings.interpretations.two-formulas",
    words: "quanzhou-half",
  },
  {
    name: "a reading that is a number",
    spoil: top("settings", { interpretations: { "two-formulas": 1 } }),
    path: "settings.interpretations.two-formulas",
    words: "lower",
  },
  {
    name: "interpretations in a list",
    spoil: top("settings", { interpretations: [] }),
    path: "settings.interpretations",
    words: "应为对象",
  },
  {
    name: "an inherited name as interpretation",
    spoil: top("settings", { interpretations: { toString: "lower" } }),
    path: "settings.interpretations.toString",
    words: "没有这个名称",
  },
];

const VALUES: readonly BadDossier[] = [
  {
    name: "money below 0",
    spoil: item("softwarePurchases", "softwarePaid", -0.01),
    path: "softwarePurchases[0].softwarePaid",
    words: "小于 0",
  },
  {
    name: "money text below 0",
    spoil: item("softwarePurchases", "softwarePaid", "-5"),
    path: "softwarePurchases[0].softwarePaid",
    words: "小于 0",
  },
  {
    name: "three decimals",
    spoil: item("softwarePurchases", "softwarePaid", 0.001),
    path: "softwarePurchases[0].softwarePaid",
    words: "小数多于两位",
  },
  {
    name: "three decimals, the last 0",
    spoil: item("softwarePurchases", "softwarePaid", "1.230"),
    path: "softwarePurchases[0].softwarePaid",
    words: "小数多于两位",
  },
  {
    name: "ten million million",
    spoil: item("cloudServices", "fee", "10000000000000"),
    path: "cloudServices[0].fee",
    words: "过大",
  },
  {
    name: "ten million million as a number",
    spoil: item("cloudServices", "fee", 1e13),
    path: "cloudServices[0].fee",
    words: "过大",
  },
  { name: "an exponent in a text", spoil: item("cloudServices", "fee", "1e5"), path: "cloudServices[0].fee", words: "应为金额" },
  {
    name: "thousands separators",
    spoil: item("cloudServices", "fee", "1,234.50"),
    path: "cloudServices[0].fee",
    words: '是否应为 "1234.50"',
  },
  {
    name: "full-width digits",
    spoil: item("cloudServices", "fee", "１２３"),
    path: "cloudServices[0].fee",
    words: '是否应为 "123"',
  },
  {
    name: "a blank before the sum",
    spoil: item("cloudServices", "fee", " 123"),
    path: "cloudServices[0].fee",
    words: '是否应为 "123"',
  },
  { name: "money that is a sign", spoil: item("cloudServices", "fee", "+5"), path: "cloudServices[0].fee", words: "不是金额" },
  {
    name: "money that ends in a point",
    spoil: item("cloudServices", "fee", "5."),
    path: "cloudServices[0].fee",
    words: "不是金额",
  },
  { name: "money that is true", spoil: applicant("otherLocalAwards", true), path: "applicant.otherLocalAwards", words: "true" },
  { name: "money that is empty", spoil: applicant("revenue", ""), path: "applicant.revenue", words: "空文字" },
  { name: "a count in quotes", spoil: applicant("employees", "120"), path: "applicant.employees", words: "是否应为 120" },
  { name: "half a person", spoil: applicant("employees", 0.5), path: "applicant.employees", words: "不是整数" },
  { name: "minus one person", spoil: item("trainings", "participants", -1), path: "trainings[0].participants", words: "小于 0" },
  { name: "hours below 0", spoil: item("trainings", "hours", -8), path: "trainings[0].hours", words: "小于 0" },
  { name: "hours in words", spoil: item("trainings", "hours", "八"), path: "trainings[0].hours", words: "不是数" },
  {
    name: "a score of a million digits",
    spoil: item("demonstrationProjects", "score", "9".repeat(1_000_000)),
    path: "demonstrationProjects[0].score",
    words: "太长",
  },
  {
    name: "a rate as a number",
    spoil: item("demonstrationProjects", "grantedRate", 0.15),
    path: "demonstrationProjects[0].grantedRate",
    words: '是否应为 "0.15"',
  },
  {
    name: "a rate in per cent",
    spoil: item("industrialApps", "grantedRate", "15%"),
    path: "industrialApps[0].grantedRate",
    words: '是否应为 "0.15"',
  },
  {
    name: "yes for true",
    spoil: applicant("registeredInJinjiang", "yes"),
    path: "applicant.registeredInJinjiang",
    words: "是否应为 true",
  },
  {
    name: "0 for false",
    spoil: item("softwarePurchases", "accepted", 0),
    path: "softwarePurchases[0].accepted",
    words: "是否应为 false",
  },
  {
    name: "30 February",
    spoil: item("softwarePurchases", "paidOn", "2023-02-30"),
    path: "softwarePurchases[0].paidOn",
    words: "没有这一天",
  },
  {
    name: "29 February of a common year",
    spoil: item("softwarePurchases", "paidOn", "2023-02-29"),
    path: "softwarePurchases[0].paidOn",
    words: "没有这一天",
  },
  {
    name: "a date without zeros",
    spoil: item("softwarePurchases", "paidOn", "2023-8-8"),
    path: "softwarePurchases[0].paidOn",
    words: '是否应为 "2023-08-08"',
  },
  {
    name: "a date with slashes",
    spoil: item("trainings", "heldOn", "2023/11/11"),
    path: "trainings[0].heldOn",
    words: '是否应为 "2023-11-11"',
  },
  {
    name: "a date in Chinese",
    spoil: item("trainings", "heldOn", "2023年11月11日"),
    path: "trainings[0].heldOn",
    words: '是否应为 "2023-11-11"',
  },
  {
    name: "a date with a time",
    spoil: item("trainings", "heldOn", "2023-11-11T00:00:00"),
    path: "trainings[0].heldOn",
    words: "不是日期",
  },
  { name: "a date as a number", spoil: item("trainings", "heldOn", 20231111), path: "trainings[0].heldOn", words: "不是文字" },
  {
    name: "month 13",
    spoil: item("cloudServices", "serviceTo", "2023-13"),
    path: "cloudServices[0].serviceTo",
    words: "没有这一月",
  },
  {
    name: "a date for a month",
    spoil: item("cloudServices", "serviceTo", "2023-12-31"),
    path: "cloudServices[0].serviceTo",
    words: '是否应为 "2023-12"',
  },
  {
    name: "a claim year in quotes",
    spoil: item("fiveGProjects", "claimYear", "2023"),
    path: "fiveGProjects[0].claimYear",
    words: "是否应为 2023",
  },
  {
    name: "a claim year of three digits",
    spoil: item("fiveGProjects", "claimYear", 999),
    path: "fiveGProjects[0].claimYear",
    words: "不是四位年份",
  },
  { name: "an empty name", spoil: applicant("name", ""), path: "applicant.name", words: "是空的" },
  { name: "501 characters", spoil: applicant("name", "晋".repeat(501)), path: "applicant.name", words: "超过 500 字（501）" },
  {
    name: "501 characters outside the first plane",
    spoil: applicant("name", "𠮷".repeat(501)),
    path: "applicant.name",
    words: "超过 500 字（501）",
  },
  { name: "a line break in a name", spoil: applicant("name", "示例\n企业"), path: "applicant.name", words: "U+000A" },
  {
    name: "a C1 control in a description",
    spoil: item("talentProgrammes", "description", "a\u0085b"),
    path: "talentProgrammes[0].description",
    words: "U+0085",
  },
  { name: "half of a pair", spoil: applicant("name", "示例\ud842"), path: "applicant.name", words: "代理码元" },
  { name: "an id that is a number", spoil: item("trainings", "id", 1), path: "trainings[0].id", words: '是否应为 "1"' },
  {
    name: "a code in lower case",
    spoil: applicant("uscc", "91350582ma00100020"),
    path: "applicant.uscc",
    words: '是否应为 "91350582MA00100020"',
  },
  {
    name: "a code in full width",
    spoil: applicant("uscc", "９１３５０５８２ＭＡ００１０００２０"),
    path: "applicant.uscc",
    words: '是否应为 "91350582MA00100020"',
  },
  {
    name: "a code with a wrong check character",
    spoil: applicant("uscc", "91350582MA00100021"),
    path: "applicant.uscc",
    words: "校验",
  },
  {
    name: "a code whose organisation code fails",
    spoil: item("servedSmes", "uscc", "91350203M0001QAY9B"),
    path: "servedSmes[0].uscc",
    words: "校验",
  },
  {
    name: "a code that is too short",
    spoil: item("servedSmes", "uscc", "91350582MA0010002"),
    path: "servedSmes[0].uscc",
    words: "18 位",
  },
  { name: "a code as a number", spoil: applicant("uscc", 913500007640583900), path: "applicant.uscc", words: "不是文字" },
  {
    name: "a partner's code with an O",
    spoil: item("industrialInternetProjects", "partner", "9135000061152867O2"),
    path: "industrialInternetProjects[0].partner",
    words: "I、O、S、V、Z",
  },
  { name: "division 98", spoil: applicant("industry", "9800"), path: "applicant.industry", words: "01 至 97" },
  { name: "division 00", spoil: applicant("industry", "00"), path: "applicant.industry", words: "行业代码" },
  {
    name: "an industry of five digits",
    spoil: item("servedSmes", "industry", "18111"),
    path: "servedSmes[0].industry",
    words: "行业代码",
  },
  { name: "an industry as a number", spoil: applicant("industry", 1951), path: "applicant.industry", words: '是否应为 "1951"' },
  { name: "an industry with its section", spoil: applicant("industry", "C1951"), path: "applicant.industry", words: "行业代码" },
  { name: "an unknown kind", spoil: applicant("kind", "enterprises"), path: "applicant.kind", words: "是否应为 enterprise" },
  {
    name: "a system in lower case",
    spoil: item("softwarePurchases", "system", "erp"),
    path: "softwarePurchases[0].system",
    words: "是否应为 ERP",
  },
  {
    name: "a label for an option",
    spoil: item("outsideAwards", "level", "上级"),
    path: "outsideAwards[0].level",
    words: "是否应为 higher",
  },
  {
    name: "an unknown co-organiser",
    spoil: item("trainings", "coOrganiser", "none"),
    path: "trainings[0].coOrganiser",
    words: "没有这个选项",
  },
  {
    name: "an unknown role",
    spoil: applicant("roles", ["iiot-platform", "iiot"]),
    path: "applicant.roles[1]",
    words: "没有这个选项",
  },
  { name: "a null role", spoil: applicant("roles", [null]), path: "applicant.roles[0]", words: "null" },
  {
    name: "an unknown team member",
    spoil: (d) => ({ ...d, consulting: { ...d.consulting, team: ["bank"] } }),
    path: "consulting.team[0]",
    words: "没有这个选项",
  },
];

const TOGETHER: readonly BadDossier[] = [
  {
    name: "an id twice",
    spoil: (d) => ({ ...d, softwarePurchases: [first(d.softwarePurchases), first(d.softwarePurchases)] }),
    path: "softwarePurchases[1].id",
    words: "与第 1 项重复",
  },
  {
    name: "a training's id twice",
    spoil: (d) => ({ ...d, trainings: [first(d.trainings), { ...first(d.trainings), hours: 1 }] }),
    path: "trainings[1].id",
    words: "重复",
  },
  {
    name: "a project twice in 1.1",
    spoil: item("demonstrationProjects", "project", "P1", 1),
    path: "demonstrationProjects[1].project",
    words: "已在第 1 项申报",
  },
  {
    name: "a project that is another item's id",
    spoil: item("demonstrationProjects", "project", "D2"),
    path: "demonstrationProjects[1].project",
    words: "“D2”",
  },
  {
    name: "a project twice in 3.1",
    spoil: (d) => ({ ...d, platforms: [first(d.platforms), { ...second(d.platforms), project: "L1" }] }),
    path: "platforms[1].project",
    words: "已在第 1 项申报",
  },
  { name: "an enterprise without industry", spoil: applicant("industry", null), path: "applicant.industry", words: "企业" },
  {
    name: "months the wrong way round",
    spoil: item("cloudServices", "serviceFrom", "2024-01"),
    path: "cloudServices[0].serviceTo",
    words: "早于",
  },
  {
    name: "use that ends before it begins",
    spoil: item("servedSmes", "inUseTo", "2022-06-30"),
    path: "servedSmes[0].inUseTo",
    words: "早于",
  },
  {
    name: "a partner that is the applicant",
    spoil: item("industrialInternetProjects", "partner", "91350582MA00100020"),
    path: "industrialInternetProjects[0].partner",
    words: "自己",
  },
  {
    name: "1.2 without any figure",
    spoil: item("fiveGProjects", "investment", null),
    path: "fiveGProjects[0].investment",
    words: "至少填写一项",
  },
  {
    name: "1.3 without any figure",
    spoil: item("industrialInternetProjects", "quanzhouSubsidy", undefined),
    path: "industrialInternetProjects[0].investment",
    words: "至少填写一项",
  },
  {
    name: "3.1 without any figure",
    spoil: item("platforms", "quanzhouSubsidy", null, 1),
    path: "platforms[1].investment",
    words: "至少填写一项",
  },
  {
    name: "3.1, a leader's platform without investment",
    spoil: item("platforms", "investment", undefined),
    path: "platforms[0].investment",
    words: "必须填写 investment",
  },
  {
    name: "3.2 of another year without any figure",
    spoil: item("industrialApps", "serviceSpend", undefined),
    path: "industrialApps[0].serviceSpend",
    words: "至少填写一项",
  },
  {
    name: "a rate above the ceiling",
    spoil: item("demonstrationProjects", "grantedRate", "0.2000000000000000000000001"),
    path: "demonstrationProjects[0].grantedRate",
    words: "最高比例",
  },
  {
    name: "a park's rate above its ceiling",
    spoil: item("demonstrationProjects", "grantedRate", "0.26", 1),
    path: "demonstrationProjects[1].grantedRate",
    words: "最高比例",
  },
  {
    name: "3.2's rate above the ceiling, of another year",
    spoil: item("industrialApps", "grantedRate", "0.16"),
    path: "industrialApps[0].grantedRate",
    words: "最高比例",
  },
];

export const BAD_DOSSIERS: readonly BadDossier[] = [...SHAPES, ...KEYS, ...HEAD, ...VALUES, ...TOGETHER];

/** The whole hand-written explanation of a dossier: for each measure the applicant's conditions, items, sums and amount. The peer of the engine's. */
import type { Explanation, MeasureWhy, Why } from "@zhengdui/engine";
import { whyConsulting, whyServedSmes } from "./explain-counts.ts";
import { type Applied, and3, frameOf, type Truth } from "./explain-frame.ts";
import { whyDemonstrations, whyTrainings } from "./explain-items.ts";
import { whyApps, whyFiveG, whyIndustrialInternet, whyPlatforms } from "./explain-quanzhou.ts";
import { whyCloud, whySoftware } from "./explain-sums.ts";
import { isIndustrial, isManufacturer } from "./firm-size.ts";
import type { Dossier } from "./shape.ts";
import * as n from "./why-nodes.ts";

const f = n.applicantFacts;
const local = n.condition("前言", "属地企业");
const maker = n.condition("一（一）", "制造业企业（GB/T 4754 门类 C）");
const provider = n.condition("二（一）", "是工业互联网平台或系统服务商");
const industrial = n.condition("二（三）", "工业企业（GB/T 4754 门类 B、C、D）");
const onList = n.condition("二（三）", "在规模以上工业企业名录");
const association = n.condition("五（一）", "是行业协会（同业公会、商会、产业联盟机构）");
const school = n.condition("五（二）", "是院校");
const registered = n.condition("前言", "申报的企业在晋江注册");
const organiser = n.condition("四（一）", "申报单位是工业互联网平台、系统服务商或工业互联网研究机构");
const withProvider = n.condition("四（一）", "团队里有工业互联网平台或系统服务商");
const withInstitute = n.condition("四（一）", "团队里有工业互联网研究机构");
const free = n.condition("四（一）", "诊断咨询不收费");
const team = n.fact("consulting", "team", "联合组织方");
const freeFact = n.truthFact("consulting", "freeOfCharge", "不收费");

const talent = frameOf("五（二）", "talentProgrammes", "数字经济学科专班", "补助").measure;
const credit = frameOf("六（一）", "", "金融支持", "信贷支持").measure;

export function explain(d: Dossier): Explanation {
  const a = d.applicant;
  const isLocal = a.kind === "enterprise" && a.registeredInJinjiang;
  const isProvider = a.roles.includes("iiot-platform") || a.roles.includes("system-integrator");
  const localWhy = (): Why => n.why(local, isLocal, [n.leaf(f.kind, a.kind), n.leaf(f.registered, a.registeredInJinjiang)]);
  const whose = (holds: Truth, ...others: readonly Why[]): Applied => ({
    holds: and3(isLocal, holds),
    whys: [localWhy(), ...others],
  });
  const makes = isManufacturer(a.industry);
  const makerWhy = (): Why => n.why(maker, makes, [n.leaf(f.industry, a.industry)]);
  const providerWhy = (): Why => n.why(provider, isProvider, [n.leaf(f.roles, a.roles)]);
  return [
    whyDemonstrations(d, whose(makes, makerWhy())),
    whyFiveG(d, whose(true)),
    whyIndustrialInternet(d, whose(isProvider, providerWhy())),
    whyServedSmes(d, whose(isProvider, providerWhy())),
    whySoftware(d, whose(makes, makerWhy())),
    whyCloud(d, cloudWho(d, localWhy(), isLocal)),
    whyPlatforms(d, whose(true)),
    whyApps(d, whose(true)),
    whyConsulting(d, consultingWho(d, isProvider)),
    whyTrainings(d, kindIs(d, "association")),
    nothing(talent, kindIs(d, "school")),
    nothing(credit, { holds: true, whys: n.NONE }),
  ];
}

function cloudWho(d: Dossier, localWhy: Why, isLocal: boolean): Applied {
  const { industry, aboveScale } = d.applicant;
  const makes = isIndustrial(industry);
  const whys = [
    localWhy,
    n.why(industrial, makes, [n.leaf(f.industry, industry)]),
    n.why(onList, aboveScale, [n.leaf(f.aboveScale, aboveScale)]),
  ];
  return { holds: and3(isLocal && makes, aboveScale), whys };
}

function consultingWho(d: Dossier, isProvider: boolean): Applied {
  const { kind, registeredInJinjiang, roles } = d.applicant;
  const { team: others, freeOfCharge } = d.consulting;
  const placed = kind !== "enterprise" || registeredInJinjiang;
  const own = roles.length > 0;
  const providers = isProvider || others.includes("iiot-platform") || others.includes("system-integrator");
  const institute = roles.includes("research-institute") || others.includes("research-institute");
  const whys = [
    n.why(registered, placed, [n.leaf(f.kind, kind), n.leaf(f.registered, registeredInJinjiang)]),
    n.why(organiser, own, [n.leaf(f.roles, roles)]),
    n.why(withProvider, providers, [n.leaf(f.roles, roles), n.leaf(team, others)]),
    n.why(withInstitute, institute, [n.leaf(f.roles, roles), n.leaf(team, others)]),
    n.why(free, freeOfCharge, [n.leaf(freeFact, freeOfCharge)]),
  ];
  return { holds: and3(placed && own && providers && institute, freeOfCharge), whys };
}

function kindIs(d: Dossier, kind: "association" | "school"): Applied {
  const holds = d.applicant.kind === kind;
  return { holds, whys: [n.why(kind === "school" ? school : association, holds, [n.leaf(f.kind, d.applicant.kind)])] };
}

const nothing = (of: MeasureWhy["of"], who: Applied): MeasureWhy => ({
  of,
  holds: who.holds,
  who: who.whys,
  value: 0,
  potential: 0,
  items: n.NONE,
  body: n.NONE,
  marks: n.NONE,
});

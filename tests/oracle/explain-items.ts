/** The hand-written explanation of the measures with an amount of their own for each item: 1.1 and 5.1, node by node. */
import type { ItemWhy, MeasureWhy } from "@zhengdui/engine";
import { type Applied, and3, frameOf, measureWhy } from "./explain-frame.ts";
import { demonstrationShare, isAtLeast } from "./formulas.ts";
import type { Dossier } from "./shape.ts";
import * as n from "./why-nodes.ts";

const WAN = 1_000_000;
const listed = ["纺织", "鞋服", "食品", "建材", "机械", "医疗器械", "电子信息", "晴雨伞", "包装印刷"];

const D = frameOf("一（一）", "demonstrationProjects", "制造业数字化转型示范项目补助", "补助");
const d0 = {
  listed: n.condition(D.clause, "属于列举的产业，或经认可列入“等产业”"),
  built: n.condition(D.clause, "项目已建成投用"),
  inYear: n.condition(D.clause, "建成投用在申报的政策年度"),
  promotes: n.condition(D.clause, "配合开展行业数字技术应用推广"),
  selected: n.condition(D.clause, "经年度遴选入选"),
  unfunded: n.condition(D.clause, "这笔支出以前年度没有获得补助"),
  basis: n.letNode(D.clause, "投入金额"),
  rate: n.letNode(D.clause, "比例上限"),
  industry: n.fact(D.list, "industry", "产业"),
  accepted: n.truthFact(D.list, "acceptedIndustry", "认可产业"),
  inUseOn: n.dateFact(D.list, "inUseOn", "建成投用日"),
  promotesFact: n.truthFact(D.list, "promotes", "配合推广"),
  selectedFact: n.truthFact(D.list, "selected", "已入选"),
  funded: n.truthFact(D.list, "fundedEarlier", "以前已获补助"),
  software: n.moneyFact(D.list, "software", "软件投入"),
  hardware: n.moneyFact(D.list, "hardware", "硬件投入"),
  park: n.truthFact(D.list, "parkKeyProject", "园区重点"),
  granted: n.fact(D.list, "grantedRate", "核定比例", { kind: "rate" }),
  industries: n.figure(D.clause, "列举产业", listed, { kind: "options", options: [] }),
  percent: n.percent(D.clause, "示范补助比例", 20),
  parkPercent: n.percent(D.clause, "示范园区补助比例", 25),
};

export function whyDemonstrations(d: Dossier, who: Applied): MeasureWhy {
  const items = d.demonstrationProjects.map((p, i): ItemWhy => {
    const industry = listed.includes(p.industry) || p.acceptedIndustry;
    const inYear = p.inUseOn === null || (p.inUseOn >= d.env.yearStart && p.inUseOn <= d.env.yearEnd);
    const basis = p.software + p.hardware;
    const rate = p.parkKeyProject ? 25 : 20;
    const worth = demonstrationShare(p);
    const holds = and3(industry && p.inUseOn !== null && inYear && p.promotes && !p.fundedEarlier, p.selected);
    const marks: string[] = [];
    if (!inYear) marks.push("out-of-year");
    if (p.selected === false) marks.push("not-selected");
    if (p.fundedEarlier) marks.push("funded-earlier");
    if (holds !== false && p.inUseOn !== null && p.inUseOn < d.env.inForce) marks.push("retroactive");
    if (holds !== false && worth > 100 * WAN) marks.push("capped");
    return {
      of: D.item,
      index: i,
      conditions: [
        n.why(d0.listed, industry, [n.leaf(d0.industry, p.industry), d0.industries, n.leaf(d0.accepted, p.acceptedIndustry)]),
        n.why(d0.built, p.inUseOn !== null, [n.leaf(d0.inUseOn, p.inUseOn)]),
        n.why(d0.inYear, inYear, [n.leaf(d0.inUseOn, p.inUseOn)]),
        n.why(d0.promotes, p.promotes, [n.leaf(d0.promotesFact, p.promotes)]),
        n.why(d0.selected, p.selected, [n.leaf(d0.selectedFact, p.selected)]),
        n.why(d0.unfunded, !p.fundedEarlier, [n.leaf(d0.funded, p.fundedEarlier)]),
      ],
      lets: [
        n.why(d0.basis, basis, [n.leaf(d0.software, p.software), n.leaf(d0.hardware, p.hardware)]),
        n.why(d0.rate, rate, [n.leaf(d0.park, p.parkKeyProject), d0.parkPercent, d0.percent]),
      ],
      holds,
      marks: marks.length === 0 ? n.NONE : marks,
      value: worth > 100 * WAN ? 100 * WAN : worth,
      amount: n.why(D.amount, worth, [n.leaf(d0.granted, p.grantedRate), n.leaf(d0.rate, rate), n.leaf(d0.basis, basis)]),
    };
  });
  return measureWhy(D, who, items, Number.POSITIVE_INFINITY);
}

const T = frameOf("五（一）", "trainings", "“数字工匠”培训活动经费补助", "活动经费补助");
const t0 = {
  inYear: n.condition(T.clause, "在申报的政策年度举办"),
  joint: n.condition(T.clause, "联合工业互联网平台、系统服务商或研究机构举办"),
  people: n.condition(T.clause, "参训人数达到标准"),
  hours: n.condition(T.clause, "活动时间达到标准"),
  heldOn: n.dateFact(T.list, "heldOn", "举办日"),
  coOrganiser: n.fact(T.list, "coOrganiser", "联合方"),
  participants: n.fact(T.list, "participants", "参训人数"),
  hoursFact: n.fact(T.list, "hours", "时长"),
  minPeople: n.fact("settings", "trainingMinParticipants", "培训人数标准"),
  minHours: n.fact("settings", "trainingMinHours", "培训时长标准"),
  each: n.figure(T.clause, "培训每场补助", 5 * WAN),
};
const sessionWhy = n.why(T.amount, 5 * WAN, [t0.each]);

export function whyTrainings(d: Dossier, who: Applied): MeasureWhy {
  const { trainingMinParticipants: minPeople, trainingMinHours: minHours } = d.settings;
  const items = d.trainings.map((t, index): ItemWhy => {
    const inYear = t.heldOn >= d.env.yearStart && t.heldOn <= d.env.yearEnd;
    const joint = t.coOrganiser !== null;
    const people = minPeople === null ? null : t.participants >= minPeople;
    const hours = minHours === null ? null : isAtLeast(t.hours, minHours);
    const holds = and3(inYear && joint, and3(people, hours));
    const early = holds !== false && t.heldOn < d.env.inForce;
    return {
      of: T.item,
      index,
      conditions: [
        n.why(t0.inYear, inYear, [n.leaf(t0.heldOn, t.heldOn)]),
        n.why(t0.joint, joint, [n.leaf(t0.coOrganiser, t.coOrganiser)]),
        n.why(t0.people, people, [n.leaf(t0.participants, t.participants), n.leaf(t0.minPeople, minPeople)]),
        n.why(t0.hours, hours, [n.leaf(t0.hoursFact, t.hours), n.leaf(t0.minHours, minHours)]),
      ],
      lets: [],
      holds,
      marks: inYear ? (early ? ["retroactive"] : n.NONE) : ["out-of-year"],
      value: 5 * WAN,
      amount: sessionWhy,
    };
  });
  const unset = items.length > 0 && (minPeople === null || minHours === null);
  return measureWhy(T, who, items, Number.POSITIVE_INFINITY, unset ? ["standard-not-set"] : n.NONE);
}

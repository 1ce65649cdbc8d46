/** The declared facts as item definitions: each record a structure, each list a collection of one; units, sources and evidence in words. */
import type { Fact, FactKind, FactSchema } from "@zhengdui/policy";
import type { ItemType } from "./dmn-model.ts";
import { FeelNames } from "./feel-names.ts";

export interface FactTypes {
  readonly types: readonly ItemType[];
  /** By record or list id: the item definition of the whole. */
  readonly typeOf: ReadonlyMap<string, string>;
  readonly factName: (of: string, key: string) => string;
}

/** An exact fraction. */
export const RATIO: ItemType = {
  ...part("type_ratio", "比例", "精确的分数：分子、分母都是整数，分母大于 0。四分之三写作 {分子: 3, 分母: 4}。"),
  base: null,
  parts: [part("type_ratio.num", "分子", ""), part("type_ratio.den", "分母", "")],
};

export const TEXTS: ItemType = { ...part("type_texts", "文字清单", ""), base: "string", list: true };

function part(id: string, name: string, description: string): ItemType {
  return { id, name, description, list: false, base: "number", allowed: "", parts: [] };
}

export function factTypes(facts: FactSchema): FactTypes {
  const typeNames = new FeelNames([RATIO.name, TEXTS.name]);
  const factNames = new Map<string, string>();
  const typeOf = new Map<string, string>();
  const types: ItemType[] = [RATIO, TEXTS];
  const structure = (id: string, label: string, own: readonly Fact[], row: boolean): string => {
    const names = new FeelNames();
    const parts = own.map((fact): ItemType => {
      const name = names.take(fact.label);
      factNames.set(`${id}.${fact.key}`, name);
      return factType(`fact_${id}.${fact.key}`, name, fact);
    });
    const name = typeNames.take(row ? `${label}_一行` : `${label}_事实`);
    types.push({ id: `type_${id}`, name, description: label, list: false, base: null, allowed: "", parts });
    return name;
  };
  for (const { id, label, facts: own } of facts.records) typeOf.set(id, structure(id, label, own, false));
  for (const { id, label, facts: own } of facts.lists) {
    const base = structure(id, label, own, true);
    const name = typeNames.take(`${label}_清单`);
    types.push({
      id: `type_${id}_list`,
      name,
      description: `${label}，没有则为空清单 []`,
      list: true,
      base,
      allowed: "",
      parts: [],
    });
    typeOf.set(id, name);
  }
  return { types, typeOf, factName: (of, key) => factNames.get(`${of}.${key}`) ?? "null" };
}

function factType(id: string, name: string, fact: Fact): ItemType {
  const { base, list, unit, allowed } = kindOf(fact.type);
  const from = `提供者：${fact.source}；凭据：${fact.evidence}；密级：${fact.privacy}`;
  const nullable = fact.presence !== "required" && !list && base !== "boolean";
  const values =
    allowed.length === 0 ? "" : [...allowed.map((o) => JSON.stringify(o.id)), ...(nullable ? ["null"] : [])].join(", ");
  const options = allowed.map((o) => `${o.id}=${o.label}`).join("、");
  const description = [`${fact.label}（档案里的 ${fact.key}）`, unit, options, presenceWords(fact), from]
    .filter((w) => w !== "")
    .join("。");
  return { id, name, description, list, base, allowed: values, parts: [] };
}

interface Kind {
  readonly base: string;
  readonly list: boolean;
  readonly unit: string;
  readonly allowed: readonly { readonly id: string; readonly label: string }[];
}

function kindOf(type: FactKind): Kind {
  const plain = (base: string, unit = ""): Kind => ({ base, list: false, unit, allowed: [] });
  switch (type.kind) {
    case "money":
      return plain("number", "金额，整数，单位分");
    case "count":
      return plain("number", `个数，整数，单位${type.unit}`);
    case "decimal":
      return plain(RATIO.name, `小数${type.unit === "" ? "" : `，单位${type.unit}`}，写作分子、分母`);
    case "rate":
      return plain(RATIO.name, "比例，写作分子、分母");
    case "boolean":
      return plain("boolean");
    case "date":
      return plain("date");
    case "month":
      return plain("date", "月份，写作该月第一天");
    case "year":
      return plain("number", "年份");
    case "text":
      return plain("string");
    case "uscc":
      return plain("string", "统一社会信用代码");
    case "industry":
      return plain("string", "行业代码，GB/T 4754，2 至 4 位");
    case "option":
      return { ...plain("string"), allowed: type.options };
    case "options":
      return { ...plain("string", "可有多个"), list: true, allowed: type.options };
  }
}

function presenceWords({ presence, type }: Fact): string {
  switch (presence) {
    case "required":
      return "";
    case "unknowable":
      return "null：尚不知道";
    case "nullable":
      return "null：没有";
    case "optional":
      if (type.kind === "boolean") return "没有写即 false";
      return ["money", "count", "decimal"].includes(type.kind) ? "没有写即 0" : "null：没有";
    case "optional-unknown":
      return "null：没有这个数或尚不知道";
  }
}

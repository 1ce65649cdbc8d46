/** What a dossier says of a fact: in a form in which equal things are equal, however they were typed, and in words. Pure. */
import type { Fact } from "@zhengdui/policy";
import { fenOf } from "../../../parts/figures/money.ts";
import { isList, type Json } from "../../../parts/form/json.ts";
import { textOf } from "../../../parts/form/typed.ts";
import { valueWords } from "../../../parts/why/fact-words.ts";
import { t } from "../../../words/t.ts";

/** Two values of a fact are the same where this is. 780000, "780000" and "780000.00" are; so is what isn't said and what that means. */
export function said(fact: Fact, value: Json | undefined): string {
  if (value === undefined || value === null) return unsaid(fact, value);
  switch (fact.type.kind) {
    case "money": {
      const fen = fenOf(textOf(value));
      return fen === null ? `text ${textOf(value)}` : `= ${fen}`;
    }
    case "count":
    case "decimal":
    case "rate":
      return `= ${plainNumber(textOf(value))}`;
    case "options":
      return `= ${isList(value) ? [...new Set(value.map(textOf))].sort().join(" ") : textOf(value)}`;
    case "boolean":
    case "date":
    case "month":
    case "year":
    case "text":
    case "uscc":
    case "industry":
    case "option":
      return `= ${textOf(value)}`;
  }
}

/** "0.50" → "0.5" */
const plainNumber = (text: string): string =>
  /^\d+(\.\d+)?$/.test(text)
    ? text
        .replace(/^0+(?=\d)/, "")
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, "")
    : text;

/** As the contract has it: of an optional fact, nothing said means no, nought or none. */
function unsaid(fact: Fact, value: null | undefined): string {
  switch (fact.presence) {
    case "optional":
      if (fact.type.kind === "boolean") return "= false";
      return fact.type.kind === "money" || fact.type.kind === "count" || fact.type.kind === "decimal" ? "= 0" : "= ";
    case "optional-unknown":
      return "unknown";
    case "unknowable":
      return value === null ? "unknown" : "open";
    case "nullable":
      return value === null ? "none" : "open";
    case "required":
      return "open";
  }
}

export function saidWords(fact: Fact, value: Json | undefined, isSkipped: boolean): string {
  if (value !== undefined && value !== null) {
    const unit = fact.type.kind === "count" ? fact.type.unit : "";
    const plain = isList(value) ? value.map(textOf) : typeof value === "object" ? textOf(value) : value;
    return valueWords({ label: fact.label, row: "", fact, total: null, unit }, plain) || t("无");
  }
  if (isSkipped) return t("不知道");
  switch (unsaid(fact, value)) {
    case "open":
      return t("未填");
    case "unknown":
      return fact.presence === "unknowable" ? t("未定") : t("不详");
    case "= false":
      return t("否");
    default:
      return t("无");
  }
}

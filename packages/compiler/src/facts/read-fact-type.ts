/** The words of the 类型 column → the kind of a fact: 金额, 个数(人), 单选(ERP=企业资源计划（ERP）、…). */
import type { FactKind, Option } from "@zhengdui/policy";

const PLAIN: ReadonlyMap<string, FactKind> = new Map<string, FactKind>([
  ["金额", { kind: "money" }],
  ["个数", { kind: "count", unit: "" }],
  ["小数", { kind: "decimal", unit: "" }],
  ["比例", { kind: "rate" }],
  ["是否", { kind: "boolean" }],
  ["日期", { kind: "date" }],
  ["月份", { kind: "month" }],
  ["年份", { kind: "year" }],
  ["文字", { kind: "text" }],
  ["信用代码", { kind: "uscc" }],
  ["行业代码", { kind: "industry" }],
]);

export const TYPE_WORDS: readonly string[] = [...PLAIN.keys(), "单选", "多选"];

/** null: no such type, or options that are malformed or stand twice. */
export function readFactType(text: string): FactKind | null {
  const plain = PLAIN.get(text);
  if (plain !== undefined) return plain;
  const [, word, inner] = /^(\p{L}+)\((.+)\)$/u.exec(text) ?? [];
  if (inner === undefined) return null;
  if (word === "个数") return { kind: "count", unit: inner };
  if (word === "小数") return { kind: "decimal", unit: inner };
  const options = readOptions(inner);
  if (options === null) return null;
  if (word === "单选") return { kind: "option", options };
  return word === "多选" ? { kind: "options", options } : null;
}

/** `id=label`, joined by 、 outside of full-width brackets. */
function readOptions(text: string): readonly Option[] | null {
  const options: Option[] = [];
  for (const part of text.split(/、(?![^（]*）)/u)) {
    const [, id, label] = /^([A-Za-z][A-Za-z0-9-]*)=(.+)$/u.exec(part.trim()) ?? [];
    if (id === undefined || label === undefined || options.some((option) => option.id === id || option.label === label))
      return null;
    options.push({ id, label });
  }
  return options;
}

/** What is wrong with one control of a form, as the browser judges it and in our own words: the browser's own speak the browser's language. */
import { day, month } from "../figures/day.ts";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Those that a form asks for. What is said of a control stands beside it by its id. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(isControl).filter(({ id, willValidate }) => willValidate && id !== "");
}

const isControl = (one: Element): one is Control =>
  one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement;

/** A whole sentence; null where nothing is wrong. `data-missing` and `data-wrong` are what its frame says of it (field-frame.tsx). */
export function faultOf(control: Control): string | null {
  const { validity, dataset, type } = control;
  // Half a date has no value either.
  if (validity.badInput) return type === "month" ? "月份没有填完整，年和月都要填。" : "日期没有填完整，或者没有这一天。";
  if (isMissing(control)) return dataset.missing ?? missingWords(control);
  if (dataset.wrong !== undefined) return dataset.wrong;
  return control instanceof HTMLInputElement ? boundWords(control) : null;
}

/** Blanks alone are no answer; in a password they may be one. */
function isMissing(control: Control): boolean {
  const { validity, type } = control;
  if (validity.valueMissing) return true;
  return control.required && !["checkbox", "file", "password"].includes(type) && control.value.trim() === "";
}

function missingWords(control: Control): string {
  const label = labelOf(control);
  if (control instanceof HTMLSelectElement) return `请选择${label}。`;
  if (control.type === "file") return `请上传${label}。`;
  return control.type === "checkbox" ? "请至少选一项。" : `请填写${label}。`;
}

function boundWords({ validity, min, max, type }: HTMLInputElement): string | null {
  const shown = type === "month" ? month : day;
  if (validity.rangeUnderflow) return `不能早于${shown(min)}。`;
  if (validity.rangeOverflow) return `不能晚于${shown(max)}。`;
  if (!validity.typeMismatch) return null;
  return type === "email" ? "邮箱要写完整，如 name@example.com。" : "要写完整的网址，以 https:// 开头。";
}

/** Without what stands in brackets behind it: a unit, or how it is to be filled in. */
export const labelOf = (control: Control): string => (control.labels?.[0]?.textContent ?? "这一项").replace(/（[^（）]*）$/, "");

/** One row of a fact table → a Fact, with a complaint for every cell that can't be read. */
import type { Fact } from "@zhengdui/policy";
import type { Complaint } from "../complaints.ts";
import type { DocCell } from "../read/policy-document.ts";
import { complainOfFacts, type FactComplaintCode } from "./fact-complaint.ts";
import { type KnownUnits, unitComplaint } from "./fact-unit.ts";
import { readFactType } from "./read-fact-type.ts";

export const COLUMNS: readonly string[] = ["名称", "标识", "类型", "填报", "提供者", "凭据", "密级", "可改"];

export const PRESENCE: ReadonlyMap<string, Fact["presence"]> = new Map<string, Fact["presence"]>([
  ["必填", "required"],
  ["必填可未知", "unknowable"],
  ["必填可无", "nullable"],
  ["可缺", "optional"],
  ["可缺未知", "optional-unknown"],
]);
export const PRIVACY: ReadonlySet<string> = new Set(["公开", "内部", "商密", "财税"]);
export const CHANGEABLE: ReadonlyMap<string, boolean> = new Map([
  ["是", true],
  ["否", false],
]);
const NAME = /^\p{Script=Han}[\p{Script=Han}A-Za-z0-9]*$/u;
/** What a row holds besides its facts. */
const TAKEN: ReadonlySet<string> = new Set(["projectStated"]);

/** A name that FEEL reads as one. */
export const isName = (text: string): boolean => NAME.test(text);
/** A key that reading `object[key]` can't confuse with what every object inherits. */
export const isKey = (text: string): boolean =>
  /^[a-z][A-Za-z0-9]*$/.test(text) && !(text in Object.prototype) && !TAKEN.has(text);

/** null: complained (of a ragged row, the table's reader did). */
export function readFact(
  cells: readonly DocCell[],
  file: string,
  complaints: Complaint[],
  units: KnownUnits = null,
): Fact | null {
  const [name, key, type, presence, source, evidence, privacy, changeable] = cells;
  if (cells.length !== COLUMNS.length || !name || !key || !type || !presence || !source || !evidence || !privacy || !changeable) {
    return null;
  }
  const before = complaints.length;
  const need = (good: boolean, code: FactComplaintCode, cell: DocCell): void => {
    if (!good) complaints.push(complainOfFacts(code, file, cell));
  };
  const kind = readFactType(type.text);
  const present = PRESENCE.get(presence.text);
  const canChange = CHANGEABLE.get(changeable.text);
  need(isName(name.text), "facts-name", name);
  need(isKey(key.text), "facts-key", key);
  need(kind !== null, "facts-type", type);
  complaints.push(...unitComplaint(kind, file, type, units));
  need(present !== undefined, "facts-presence", presence);
  need(source.text !== "", "facts-column", source);
  need(evidence.text !== "", "facts-column", evidence);
  need(PRIVACY.has(privacy.text), "facts-privacy", privacy);
  need(canChange !== undefined, "facts-changeable", changeable);
  if (complaints.length > before || kind === null || present === undefined || canChange === undefined) return null;
  return {
    key: key.text,
    label: name.text,
    type: kind,
    presence: present,
    source: source.text,
    evidence: evidence.text === "无" ? "" : evidence.text,
    privacy: privacy.text,
    changeable: canChange,
  };
}

/** Named copies of dossiers, kept in this browser and nowhere else. Read anew before each change, since other tabs keep copies too. */
import type { Policy } from "@zhengdui/policy";
import { t } from "../../../words/t.ts";
import { blankSheet } from "../blank-sheet.ts";
import type { Sheet } from "../desk.ts";
import { kept, sheetOf, sheetText } from "../keep.ts";

export interface Copy {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  readonly sheet: Sheet;
}

export const copiesKey = (policy: string): string => `zhengdui-copies:${policy}`;

/** Oldest first. */
export function copiesOf(policy: string): readonly Copy[] {
  try {
    const raw: unknown = JSON.parse(localStorage.getItem(copiesKey(policy)) ?? "[]");
    return Array.isArray(raw) ? raw.flatMap(copyOf) : [];
  } catch {
    return [];
  }
}

function copyOf(raw: unknown): readonly Copy[] {
  if (typeof raw !== "object" || raw === null) return [];
  const { id, name, at, sheet } = raw as Partial<Copy>;
  const found = sheetOf(sheet);
  if (typeof id !== "string" || typeof name !== "string" || typeof at !== "string" || found === null) return [];
  return [{ id, name, at, sheet: found }];
}

/** null: this browser keeps nothing, or has no room. The same sheet isn't kept twice. */
export function keepCopy(policy: string, sheet: Sheet, name: string): Copy | null {
  const copies = copiesOf(policy);
  const same = copies.find((copy) => sheetText(copy.sheet) === sheetText(sheet));
  if (same !== undefined) return same;
  const copy = { id: crypto.getRandomValues(new Uint32Array(2)).join("-"), name, at: new Date().toISOString(), sheet };
  return write(policy, [...copies, copy]) ? copy : null;
}

/** Before a link's sheet is laid on what was typed here: an example as it was, or nothing at all, needs no copy. */
export function keepReplaced(policy: string, rules: Policy, sheet: Sheet): void {
  const before = kept(policy);
  if (before === null || before.example !== "") return;
  const text = JSON.stringify(before.dossier);
  if (text === JSON.stringify(sheet.dossier) || text === JSON.stringify(blankSheet(rules).dossier)) return;
  keepCopy(policy, before, t("打开链接前的资料"));
}

export function renameCopy(policy: string, id: string, name: string): boolean {
  const given = name.trim();
  return write(
    policy,
    copiesOf(policy).map((copy) => (copy.id === id && given !== "" ? { ...copy, name: given } : copy)),
  );
}

/** Its place, so that it can be put back there. */
export function dropCopy(policy: string, id: string): number {
  const copies = copiesOf(policy);
  const place = copies.findIndex((copy) => copy.id === id);
  if (place >= 0) write(policy, copies.toSpliced(place, 1));
  return place;
}

export function putBack(policy: string, copy: Copy, place: number): boolean {
  const copies = copiesOf(policy);
  return copies.some(({ id }) => id === copy.id) || write(policy, copies.toSpliced(place, 0, copy));
}

function write(policy: string, copies: readonly Copy[]): boolean {
  try {
    localStorage.setItem(copiesKey(policy), JSON.stringify(copies));
    return true;
  } catch {
    return false;
  }
}

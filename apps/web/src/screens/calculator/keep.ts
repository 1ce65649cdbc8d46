/** Keeps the dossier in this browser, and nowhere else. A browser that keeps nothing is no error. */
import type { Sheet } from "./desk.ts";

const keyOf = (policy: string) => `zhengdui:${policy}`;

export function keep(policy: string, sheet: Sheet): void {
  try {
    localStorage.setItem(keyOf(policy), JSON.stringify(sheet));
  } catch {
    // Forbidden or full: the page goes on without.
  }
}

export function kept(policy: string): Sheet | null {
  try {
    const sheet: unknown = JSON.parse(localStorage.getItem(keyOf(policy)) ?? "null");
    if (typeof sheet !== "object" || sheet === null || !("dossier" in sheet)) return null;
    const { dossier, skipped, growing, whole, from, example } = sheet as Partial<Sheet>;
    return {
      dossier: dossier ?? null,
      skipped: texts(skipped),
      growing: texts(growing),
      whole: whole === true,
      from: typeof from === "string" ? from : "",
      example: typeof example === "string" ? example : "",
    };
  } catch {
    return null;
  }
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);

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
    const { dossier, skipped, from, example } = sheet as Partial<Sheet>;
    return {
      dossier: dossier ?? null,
      skipped: Array.isArray(skipped) ? skipped.filter((path) => typeof path === "string") : [],
      from: typeof from === "string" ? from : "",
      example: typeof example === "string" ? example : "",
    };
  } catch {
    return null;
  }
}

/**
 * Keeps the dossier in this browser, and nowhere else. All tabs share one kept sheet; what only this tab knows (the steps back, or a sheet
 * that another tab's is in the way of) is left in the tab. A browser that keeps nothing is no error.
 */
import { type Desk, deskOf, type Sheet, type Step } from "./desk.ts";

export const keyOf = (policy: string): string => `zhengdui:${policy}`;

/** How a sheet is written; two sheets are the same where this is. */
export function sheetText({ dossier, skipped, growing, whole, from, example }: Sheet): string {
  return JSON.stringify({ dossier, skipped, growing, whole, from, example });
}

export type Kept =
  | { readonly kind: "kept"; readonly text: string }
  /** Another tab wrote since `seen`: nothing was written. */
  | { readonly kind: "elsewhere"; readonly sheet: Sheet }
  | { readonly kind: "refused" };

/** `seen`: what this tab last found or wrote there. */
export function keep(policy: string, sheet: Sheet, seen: string | null): Kept {
  const text = sheetText(sheet);
  const there = keptText(policy);
  if (there === text) return { kind: "kept", text };
  const other = there === seen ? null : sheetIn(there);
  if (other !== null) return { kind: "elsewhere", sheet: other };
  return overwrite(policy, sheet);
}

export function overwrite(policy: string, sheet: Sheet): Kept {
  const text = sheetText(sheet);
  try {
    localStorage.setItem(keyOf(policy), text);
    return { kind: "kept", text };
  } catch {
    // Forbidden or full: the page goes on without.
    return { kind: "refused" };
  }
}

export function keptText(policy: string): string | null {
  try {
    return localStorage.getItem(keyOf(policy));
  } catch {
    return null;
  }
}

export const kept = (policy: string): Sheet | null => sheetIn(keptText(policy));

export function sheetIn(text: string | null): Sheet | null {
  try {
    return sheetOf(JSON.parse(text ?? "null"));
  } catch {
    return null;
  }
}

/** null: that was no sheet. */
export function sheetOf(raw: unknown): Sheet | null {
  if (typeof raw !== "object" || raw === null || !("dossier" in raw)) return null;
  const { dossier, skipped, growing, whole, from, example } = raw as Partial<Sheet>;
  return {
    dossier: dossier ?? null,
    skipped: texts(skipped),
    growing: texts(growing),
    ...(whole === true ? { whole } : {}),
    from: typeof from === "string" ? from : "",
    example: typeof example === "string" ? example : "",
  };
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);

/** A long way back may be more than a tab may keep: then less of it, at last none. */
const STEPS = [Number.POSITIVE_INFINITY, 20, 5, 0];

/** Leaves the desk to this tab's next load. */
export function leaveDesk(policy: string, { now, past, future }: Desk): void {
  for (const steps of STEPS)
    try {
      const some = (list: readonly Step[]) => (steps === 0 ? [] : list.slice(-steps));
      sessionStorage.setItem(keyOf(policy), JSON.stringify({ now, past: some(past), future: some(future) }));
      return;
    } catch {
      // Too much, or forbidden: try with less.
    }
}

export function leftDesk(policy: string): Desk | null {
  try {
    const { now, past, future } = JSON.parse(sessionStorage.getItem(keyOf(policy)) ?? "{}");
    const sheet = sheetOf(now);
    return sheet === null ? null : { ...deskOf(sheet), past: stepsIn(past), future: stepsIn(future) };
  } catch {
    return null;
  }
}

export function forgetLeftDesk(policy: string): void {
  try {
    sessionStorage.removeItem(keyOf(policy));
  } catch {
    // Forbidden: nothing was left.
  }
}

function stepsIn(raw: unknown): readonly Step[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap(({ sheet, label, key }) => {
    const found = sheetOf(sheet);
    return found === null ? [] : [{ sheet: found, label: String(label), key: String(key) }];
  });
}

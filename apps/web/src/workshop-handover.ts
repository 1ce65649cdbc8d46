/** What the workshop hands to the calculator's tab: the draft's rules and one dossier, in session storage, which a new tab copies. */
import type { Policy } from "@zhengdui/policy";

export interface Trial {
  readonly policy: Policy;
  /** What the dossier shows. */
  readonly title: string;
  /** As a file has it; the calculator reads it like any other. */
  readonly dossier: unknown;
}

const KEY = "zhengdui-workshop-trial";

/** false: the browser can't hold it. */
export function giveTrial(trial: Trial): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(trial));
    return true;
  } catch {
    return false;
  }
}

export function takeBack(): void {
  sessionStorage.removeItem(KEY);
}

/** null: nothing was handed over. */
export function handedTrial(): Trial | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Trial | null;
  } catch {
    return null;
  }
}

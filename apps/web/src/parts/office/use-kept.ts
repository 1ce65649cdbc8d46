/**
 * What is typed into a form, kept by the browser's tab until it is sent: a reload, a way back, a closed dialog or a session that ended doesn't
 * lose it. Secrets and files don't go through here; signing out forgets all of it.
 */
import { useState } from "react";
import { useMe } from "./use-me.ts";

const PREFIX = "kept ";

type Texts = Readonly<Record<string, string>>;

export interface Kept<Form extends Texts> {
  readonly form: Form;
  readonly set: (part: Partial<Form>) => void;
  /** Once it is sent. */
  readonly forget: (next?: Form) => void;
}

/** `place`: one form of one thing, such as "answer 17". */
export function useKept<Form extends Texts>(place: string, empty: Form): Kept<Form> {
  const key = `${PREFIX}${useMe().data?.login ?? ""} ${place}`;
  const [form, setForm] = useState<Form>(() => read(key, empty));
  return {
    form,
    set: (part) => {
      const next = { ...form, ...part };
      setForm(next);
      write(key, next);
    },
    forget: (next = empty) => {
      setForm(next);
      write(key, null);
    },
  };
}

export function forgetAllKept(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/** Only texts that the form has; whatever else stands there is left. */
function read<Form extends Texts>(key: string, empty: Form): Form {
  let kept: unknown = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return empty;
  }
  if (typeof kept !== "object" || kept === null) return empty;
  const texts = Object.entries(kept).filter(([name, value]) => Object.hasOwn(empty, name) && typeof value === "string");
  return { ...empty, ...Object.fromEntries(texts) };
}

/** A browser that keeps nothing (or is full) still shows the form. */
function write(key: string, form: Texts | null): void {
  try {
    if (form === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(form));
  } catch {
    return;
  }
}

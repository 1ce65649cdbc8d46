/**
 * What is put into a form, kept by the browser's tab until it is sent: a reload, a way back, a closed dialog or a session that ended doesn't
 * lose it. Secrets don't go through here, and of a file only the number the server gave it; signing out forgets all of it, in every tab, and whoever
 * signs in forgets what others have left.
 */
import { useRef, useState } from "react";
import { useMe } from "./use-me.ts";

const PREFIX = "kept ";

export interface Kept<Form extends object> {
  readonly form: Form;
  readonly set: (part: Partial<Form>) => void;
  /** Once it is sent: what is shown stays until it is forgotten. */
  readonly drop: () => void;
  readonly forget: (next?: Form) => void;
}

/** `place`: one form of one thing, such as "answer 17"; null: what is typed there is never kept. */
export function useKept<Form extends object>(place: string | null, empty: Form): Kept<Form> {
  const login = useMe().data?.login ?? "";
  const key = place === null ? null : `${ofLogin(login)}${place}`;
  const [shown, setShown] = useState(() => ({ key, form: read(key, empty) }));
  const held = useRef(shown);
  // Another thing, or another person: another form.
  if (held.current.key !== key) held.current = { key, form: read(key, empty) };
  const hold = (form: Form) => {
    held.current = { key, form };
    setShown(held.current);
  };
  return {
    form: held.current.form,
    set: (part) => {
      hold({ ...held.current.form, ...part });
      write(key, held.current.form);
    },
    drop: () => write(key, null),
    forget: (next = empty) => {
      hold(next);
      write(key, null);
    },
  };
}

/** No login has a space in it. */
const ofLogin = (login: string): string => `${PREFIX}${login} `;

/** `login`: whose may stay; without one nobody's. */
export function forgetKept(login?: string): void {
  const stays = (key: string) => login !== undefined && key.startsWith(ofLogin(login));
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX) && !stays(key)) sessionStorage.removeItem(key);
}

/** Only what the form has, in the form's own shape; whatever else stands there is left. */
function read<Form extends object>(key: string | null, empty: Form): Form {
  let kept: unknown = null;
  try {
    kept = key === null ? null : JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return empty;
  }
  if (typeof kept !== "object" || kept === null) return empty;
  const fields = new Map(Object.entries(kept));
  const own = Object.entries(empty).filter(([name, like]) => isLike(fields.get(name), like));
  return { ...empty, ...Object.fromEntries(own.map(([name]) => [name, fields.get(name)])) };
}

/** Has a kept value the shape of the empty one? A list's first element stands for all of them; an empty list is one of texts. */
function isLike(kept: unknown, like: unknown): boolean {
  if (Array.isArray(like)) return Array.isArray(kept) && kept.every((one) => isLike(one, like.length === 0 ? "" : like[0]));
  if (typeof like !== "object" || like === null) return typeof kept === typeof like;
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return false;
  const parts = new Map(Object.entries(kept));
  return Object.entries(like).every(([name, part]) => isLike(parts.get(name), part));
}

/** A browser that keeps nothing (or is full) still shows the form. */
function write(key: string | null, form: object | null): void {
  if (key === null) return;
  try {
    if (form === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(form));
  } catch {
    return;
  }
}

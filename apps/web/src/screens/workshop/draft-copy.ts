/**
 * Unsaved work, kept in this browser: a copy of the documents a draft and a tab, so that neither a crash nor a second tab loses a word. A copy whose
 * tab is gone is an orphan, and the next tab that opens the draft takes it over.
 */
import type { WorkshopDocument } from "@zhengdui/contract";
import type { Address } from "../../workshop-server.ts";
import { documentTitle } from "./document-title.ts";

export interface DraftCopy {
  readonly documents: readonly WorkshopDocument[];
  /** Of the server's texts from which the writing began; null: the server had none. */
  readonly revision: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface KeptCopy {
  readonly key: string;
  readonly copy: DraftCopy;
}

const PREFIX = "zhengdui-workshop:";
const prefixOf = ({ policy, version }: Address): string => `${PREFIX}${policy}/${version}#`;

export const newKey = (at: Address): string => `${prefixOf(at)}${crypto.randomUUID()}`;

/** false: the browser keeps nothing, or is full. */
export function writeCopy(key: string, copy: DraftCopy): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function dropCopy(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** While it is held, the copy has a living tab. Gives what lets go of it. */
export function holdKey(key: string): () => void {
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  void navigator.locks?.request(key, () => held);
  return () => letGo();
}

/** Copies that no living tab holds, the latest first; and whether the draft is open in another tab. */
export async function copiesOf(
  at: Address,
): Promise<{ readonly orphans: readonly KeptCopy[]; readonly isOpenElsewhere: boolean }> {
  const prefix = prefixOf(at);
  const locks = (await navigator.locks?.query())?.held ?? [];
  const alive = new Set(locks.map(({ name }) => name ?? "").filter((name) => name.startsWith(prefix)));
  const orphans = keys()
    .filter((key) => key.startsWith(prefix) && !alive.has(key))
    .flatMap((key): KeptCopy[] => {
      const copy = read(key);
      return copy === null ? [] : [{ key, copy }];
    })
    .sort((a, b) => b.copy.at - a.copy.at);
  return { orphans, isOpenElsewhere: alive.size > 0 };
}

export interface KeptDraft extends Address {
  readonly title: string;
}

/** The drafts of which this browser keeps unsaved work. */
export function draftsWithCopies(): KeptDraft[] {
  const titles = new Map(
    keys().map((key) => [key.slice(PREFIX.length, key.indexOf("#")), documentTitle(read(key)?.documents ?? []) ?? ""]),
  );
  return [...titles].map(([name, title]) => {
    const [policy = "", version = ""] = name.split("/");
    return { policy, version, title };
  });
}

export function dropCopiesOf(at: Address): void {
  for (const key of keys()) if (key.startsWith(prefixOf(at))) dropCopy(key);
}

/** A draft was renamed: what wasn't saved goes along. */
export function moveCopies(from: Address, to: Address): void {
  for (const key of keys().filter((one) => one.startsWith(prefixOf(from)))) {
    const copy = read(key);
    if (copy !== null && writeCopy(newKey(to), copy)) dropCopy(key);
  }
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && key.includes("#"));
  } catch {
    return [];
  }
}

/** null: not readable; another program's, or cut short. */
function read(key: string): DraftCopy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(key) ?? "null") as Partial<DraftCopy> | null;
    const { documents, revision, at } = copy ?? {};
    const isWhole =
      Array.isArray(documents) &&
      documents.every((one: Partial<WorkshopDocument> | null) => typeof one?.name === "string" && typeof one.text === "string");
    if (!isWhole || typeof at !== "number" || (revision !== null && typeof revision !== "string")) return null;
    return { documents, revision, at };
  } catch {
    return null;
  }
}

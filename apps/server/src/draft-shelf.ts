/** Moves drafts about within their folder: to another name, into the folder 回收, and back. Nothing is ever overwritten or removed for good. */
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { WorkshopDeleted } from "@zhengdui/contract";
import type { Address } from "./draft-address.ts";

export interface DraftShelf {
  readonly rename: (from: Address, to: Address) => Outcome<null, "missing" | "taken">;
  /** The key by which it can be brought back. */
  readonly remove: (at: Address) => Outcome<string, "missing">;
  readonly restore: (key: string) => Outcome<Address, "missing" | "taken">;
  readonly deleted: () => WorkshopDeleted[];
}

const BIN = "回收";
/** shili-2026~2026-01-01~2: policy, version, the how manieth. None of it can lead elsewhere. */
const KEY = /^([a-z0-9]+(?:-[a-z0-9]+)*)~(\d{4}-\d{2}-\d{2})~(\d+)$/;

/** `base`: the folder of drafts, its real path. */
export function createShelf(base: string, { titleIn }: { readonly titleIn: (folder: string) => string }): DraftShelf {
  const bin = join(base, BIN);
  const placeOf = ({ policy, version }: Address): string => join(base, policy, version);
  /** A link that leads elsewhere counts as not there. */
  const isOwn = (folder: string): boolean => existsSync(folder) && realpathSync(folder) === folder;
  const makeRoom = ({ policy }: Address): boolean => {
    const home = join(base, policy);
    if (!existsSync(home)) mkdirSync(home);
    return realpathSync(home) === home;
  };
  const keys = (): string[] => (isOwn(bin) ? readdirSync(bin).filter((name) => KEY.test(name)) : []);
  return {
    rename(from, to) {
      if (!isOwn(placeOf(from))) return fail("missing");
      if (existsSync(placeOf(to)) || !makeRoom(to)) return fail("taken");
      renameSync(placeOf(from), placeOf(to));
      tidy(join(base, from.policy));
      nameInside(join(placeOf(to), "policy.md"), from, to);
      return ok(null);
    },
    remove(at) {
      if (!isOwn(placeOf(at))) return fail("missing");
      mkdirSync(bin, { recursive: true });
      if (!isOwn(bin)) return fail("missing");
      const taken = new Set(readdirSync(bin));
      let number = 1;
      while (taken.has(keyOf(at, number))) number += 1;
      renameSync(placeOf(at), join(bin, keyOf(at, number)));
      tidy(join(base, at.policy));
      return ok(keyOf(at, number));
    },
    restore(key) {
      const at = addressIn(key);
      if (at === null || !isOwn(join(bin, key))) return fail("missing");
      if (existsSync(placeOf(at)) || !makeRoom(at)) return fail("taken");
      renameSync(join(bin, key), placeOf(at));
      return ok(at);
    },
    deleted: () =>
      keys().flatMap((key): WorkshopDeleted[] => {
        const at = addressIn(key);
        return at === null || !isOwn(join(bin, key)) ? [] : [{ ...at, key, title: titleIn(join(bin, key)) }];
      }),
  };
}

const keyOf = ({ policy, version }: Address, number: number): string => `${policy}~${version}~${number}`;

function addressIn(key: string): Address | null {
  const [, policy, version] = KEY.exec(key) ?? [];
  return policy === undefined || version === undefined ? null : { policy, version };
}

function tidy(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** The head of policy.md names the policy and its version too, as long as it is written the plain way. */
function nameInside(file: string, from: Address, to: Address): void {
  if (!existsSync(file) || realpathSync(file) !== file) return;
  const text = readFileSync(file, "utf8");
  const end = text.indexOf("\n---", 3);
  const head = text
    .slice(0, Math.max(end, 0))
    .replace(new RegExp(`^policy:[ \\t]*${from.policy}[ \\t]*$`, "m"), `policy: ${to.policy}`)
    .replace(new RegExp(`^version:[ \\t]*${from.version}[ \\t]*$`, "m"), `version: ${to.version}`);
  const named = head + text.slice(Math.max(end, 0));
  if (named === text) return;
  writeFileSync(`${file}.new`, named, { flag: "wx" });
  renameSync(`${file}.new`, file);
}

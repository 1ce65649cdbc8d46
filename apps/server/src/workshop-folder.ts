/** The workshop's texts on disk: published versions are only read; drafts live in a folder of their own, and nothing is written outside of it. */
import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, sep } from "node:path";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { WorkshopDocument, WorkshopDocuments, WorkshopEntry } from "@zhengdui/contract";
import { type Address, addressOf } from "./draft-address.ts";
import { createShelf, type DraftShelf } from "./draft-shelf.ts";

export interface WorkshopFolder {
  readonly published: () => WorkshopEntry[];
  readonly drafts: () => WorkshopEntry[];
  /** null: it isn't there. */
  readonly readPublished: (at: Address) => WorkshopDocuments | null;
  readonly readDraft: (at: Address) => WorkshopDocuments | null;
  /** "changed": the draft on disk isn't the one that `revision` names. Else the new revision. */
  readonly save: (at: Address, documents: readonly WorkshopDocument[], revision: string | null) => Outcome<string, "changed">;
  readonly shelf: DraftShelf;
}

/** `names`: the documents of a policy. The folder of drafts is made where it isn't there; that of the published policies is refused. */
export function openWorkshop(folder: string, policies: string, names: readonly string[]): Outcome<WorkshopFolder, Problem> {
  const refuse = (problem: string, expected: string) => fail({ path: folder, problem, expected });
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return refuse(`不能使用工坊的文件夹 ${folder}。`, "一个可以写入的文件夹");
  }
  const [home, law] = [realpathSync(folder), realpathSync(policies)];
  if (`${home}${sep}`.startsWith(`${law}${sep}`) || `${law}${sep}`.startsWith(`${home}${sep}`))
    return refuse("工坊的文件夹不能与已公布的政策在一起。", "另选一个文件夹，草稿放在那里");
  return ok({
    published: () => entriesIn(law),
    drafts: () => entriesIn(home),
    readPublished: (at) => readDocuments(law, at, names),
    readDraft: (at) => readDocuments(home, at, names),
    save(at, documents, revision) {
      const current = readDocuments(home, at, names)?.revision ?? null;
      if (current !== revision) return fail("changed");
      return writeDocuments(home, at, documents) ? ok(revisionOf(documents)) : fail("changed");
    },
    shelf: createShelf(home, { titleIn: (folder) => titleIn(join(folder, "policy.md")) }),
  });
}

function readDocuments(base: string, at: Address, names: readonly string[]): WorkshopDocuments | null {
  const home = homeOf(base, at);
  if (home === null || !names.some((name) => existsSync(join(home, name)))) return null;
  const documents = names.map((name) => {
    const file = join(home, name);
    return { name, text: isOwnFile(file) ? readFileSync(file, "utf8") : "" };
  });
  return { documents, revision: revisionOf(documents) };
}

/** Each file is written beside its place and moved there: a crash leaves the old one or the new one. */
function writeDocuments(base: string, { policy, version }: Address, documents: readonly WorkshopDocument[]): boolean {
  for (const home of [join(base, policy), join(base, policy, version)]) {
    if (!existsSync(home)) mkdirSync(home);
    if (realpathSync(home) !== home) return false;
  }
  const home = join(base, policy, version);
  for (const { name, text } of documents) {
    const beside = join(home, `.${name}.new`);
    rmSync(beside, { force: true });
    writeFileSync(beside, text, { flag: "wx" });
    renameSync(beside, join(home, name));
  }
  return true;
}

/** null: not there, or a link that leads elsewhere. */
function homeOf(base: string, { policy, version }: Address): string | null {
  const home = join(base, policy, version);
  return existsSync(home) && realpathSync(home) === home ? home : null;
}

const isOwnFile = (file: string): boolean => existsSync(file) && lstatSync(file).isFile();

const revisionOf = (documents: readonly WorkshopDocument[]): string =>
  createHash("sha256")
    .update(JSON.stringify(documents.map(({ name, text }) => [name, text]).sort()))
    .digest("hex");

function entriesIn(base: string): WorkshopEntry[] {
  const folders = (at: string) =>
    readdirSync(at, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  return folders(base).flatMap((policy) =>
    folders(join(base, policy)).flatMap((version) => {
      const file = join(base, policy, version, "policy.md");
      return addressOf(policy, version) === null || !isOwnFile(file) ? [] : [{ policy, version, title: titleIn(file) }];
    }),
  );
}

/** What a list shows; the front matter may be broken just now. */
function titleIn(file: string): string {
  if (!isOwnFile(file)) return "";
  const title = /^title:[ \t]*(.+)$/m.exec(readFileSync(file, "utf8"))?.[1]?.trim() ?? "";
  return title.replace(/^(["'])(.*)\1$/, "$2");
}

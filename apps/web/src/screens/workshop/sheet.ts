/** One policy as it was opened: the server's texts, what this browser kept beside them, and what it is compared with. */
import type { WorkshopContents, WorkshopDocuments, WorkshopEntry } from "@zhengdui/contract";
import { loadDocuments, type Shelf } from "../../workshop-server.ts";
import { copiesOf, draftsWithCopies, type KeptCopy } from "./draft-copy.ts";
import { hashOf } from "./workshop-address.ts";

export interface Sheet {
  readonly shelf: Shelf;
  readonly entry: WorkshopEntry;
  readonly documents: WorkshopDocuments["documents"];
  /** null: the server doesn't have it. */
  readonly revision: string | null;
  /** Unsaved work of a tab that is gone; null: none. */
  readonly copy: KeptCopy | null;
  readonly isOpenElsewhere: boolean;
  /** What a draft is compared with; null: the policy isn't published. */
  readonly published: WorkshopDocuments | null;
}

/** What the address names; a draft may be in this browser alone. */
export function entryAt(hash: string, contents: WorkshopContents): { shelf: Shelf; entry: WorkshopEntry } | null {
  for (const shelf of ["published", "drafts"] as const) {
    const entry = contents[shelf].find((one) => hashOf(shelf, one) === hash);
    if (entry !== undefined) return { shelf, entry };
  }
  const kept = draftsWithCopies().find((one) => hashOf("drafts", one) === hash);
  return kept === undefined ? null : { shelf: "drafts", entry: kept };
}

/** null: it is neither on the server nor here. */
export async function openSheet(shelf: Shelf, entry: WorkshopEntry, contents: WorkshopContents): Promise<Sheet | null> {
  const isDraft = shelf === "drafts";
  const [found, published, copies] = await Promise.all([
    loadDocuments(shelf, entry),
    isDraft ? publishedBeside(entry, contents) : null,
    isDraft ? copiesOf(entry) : { orphans: [], isOpenElsewhere: false },
  ]);
  const copy = copies.orphans[0] ?? null;
  const { isOpenElsewhere } = copies;
  if (found.ok) {
    const { documents, revision } = found.value;
    return { shelf, entry, documents, revision, copy, isOpenElsewhere, published };
  }
  return copy === null ? null : { shelf, entry, documents: [], revision: null, copy, isOpenElsewhere, published };
}

/** The same version if it is published, else the policy's latest. */
async function publishedBeside(entry: WorkshopEntry, contents: WorkshopContents): Promise<WorkshopDocuments | null> {
  const versions = contents.published.filter(({ policy }) => policy === entry.policy);
  const beside = versions.find(({ version }) => version === entry.version) ?? versions.at(-1);
  if (beside === undefined) return null;
  const found = await loadDocuments("published", beside);
  return found.ok ? found.value : null;
}

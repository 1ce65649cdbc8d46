/** The workshop: what there is to work on, and the desk of what was opened. The address keeps which, so that a reload returns there. */
import type { WorkshopContents, WorkshopDocument, WorkshopDocuments, WorkshopEntry } from "@zhengdui/contract";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { loadContents, loadDocuments, type Shelf } from "../../workshop-server.ts";
import { Contents } from "./contents.tsx";
import type { Sheet } from "./desk.tsx";
import { hashOf } from "./workshop-address.ts";

/** The editor is the heavy part; the list of policies doesn't wait for it. */
const Desk = lazy(() => import("./desk.tsx").then((module) => ({ default: module.Desk })));

type Phase =
  | { readonly kind: "waiting" }
  | { readonly kind: "failed"; readonly why: string }
  | { readonly kind: "contents"; readonly contents: WorkshopContents }
  | { readonly kind: "desk"; readonly contents: WorkshopContents; readonly sheet: Sheet };

export function Workshop() {
  const [phase, setPhase] = useState<Phase>({ kind: "waiting" });

  const open = useCallback(async () => {
    setPhase({ kind: "waiting" });
    const contents = await loadContents();
    if (!contents.ok) return setPhase({ kind: "failed", why: whyNot(contents.errors.join("")) });
    const wanted = addressIn(location.hash, contents.value);
    if (wanted === null) return setPhase({ kind: "contents", contents: contents.value });
    const sheet = await sheetOf(wanted.shelf, wanted.entry, contents.value);
    setPhase(sheet === null ? { kind: "contents", contents: contents.value } : { kind: "desk", contents: contents.value, sheet });
  }, []);
  useEffect(() => {
    void open();
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, [open]);

  const leave = () => {
    if (location.hash === "") void open();
    else location.hash = "";
  };
  switch (phase.kind) {
    case "waiting":
      return <Waiting />;
    case "failed":
      return (
        <main className="desk">
          <div className="waiting" role="alert">
            <p>{phase.why}</p>
            <button type="button" className="button primary" onClick={() => void open()}>
              重试
            </button>
          </div>
        </main>
      );
    case "contents":
      return (
        <Contents
          contents={phase.contents}
          onBegin={async (entry, documents) => {
            const sheet = await newSheet(entry, documents, phase.contents);
            setPhase({ kind: "desk", contents: phase.contents, sheet });
          }}
        />
      );
    case "desk":
      return (
        <Suspense fallback={<Waiting />}>
          <Desk
            key={`${phase.sheet.shelf} ${phase.sheet.entry.policy} ${phase.sheet.entry.version}`}
            sheet={phase.sheet}
            drafts={phase.contents.drafts}
            onLeave={leave}
            onCopied={(entry) => {
              location.hash = hashOf("drafts", entry);
            }}
          />
        </Suspense>
      );
  }
}

const Waiting = () => (
  <main className="desk">
    <p className="waiting">正在打开工坊……</p>
  </main>
);

const whyNot = (why: string): string =>
  why === "没有这个接口。" ? "工坊没有开。请在本机这样启动：zhengdui serve --workshop 文件夹" : why;

function addressIn(hash: string, contents: WorkshopContents): { shelf: Shelf; entry: WorkshopEntry } | null {
  for (const shelf of ["published", "drafts"] as const) {
    const entry = contents[shelf].find((one) => hashOf(shelf, one) === hash);
    if (entry !== undefined) return { shelf, entry };
  }
  return null;
}

async function sheetOf(shelf: Shelf, entry: WorkshopEntry, contents: WorkshopContents): Promise<Sheet | null> {
  const [found, published] = await Promise.all([
    loadDocuments(shelf, entry),
    shelf === "drafts" ? publishedBeside(entry, contents) : null,
  ]);
  if (!found.ok) return null;
  return { shelf, entry, documents: found.value.documents, revision: found.value.revision, published };
}

const newSheet = async (
  entry: WorkshopEntry,
  documents: readonly WorkshopDocument[],
  contents: WorkshopContents,
): Promise<Sheet> => ({
  shelf: "drafts",
  entry,
  documents,
  revision: null,
  published: await publishedBeside(entry, contents),
});

/** The same version if it is published, else the policy's latest. */
async function publishedBeside(entry: WorkshopEntry, contents: WorkshopContents): Promise<WorkshopDocuments | null> {
  const versions = contents.published.filter(({ policy }) => policy === entry.policy);
  const beside = versions.find(({ version }) => version === entry.version) ?? versions.at(-1);
  if (beside === undefined) return null;
  const found = await loadDocuments("published", beside);
  return found.ok ? found.value : null;
}

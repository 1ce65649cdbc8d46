/** The workshop: what there is to work on, and the desk of what was opened. The address keeps which, so that a reload returns there. */
import type { WorkshopContents } from "@zhengdui/contract";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { loadContents, whyOf } from "../../workshop-server.ts";
import { Contents } from "./contents.tsx";
import { entryAt, openSheet, type Sheet } from "./sheet.ts";
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
    if (!contents.ok) return setPhase({ kind: "failed", why: whyNot(whyOf(contents.errors)) });
    const wanted = entryAt(location.hash, contents.value);
    if (wanted === null) return setPhase({ kind: "contents", contents: contents.value });
    const sheet = await openSheet(wanted.shelf, wanted.entry, contents.value);
    setPhase(sheet === null ? { kind: "contents", contents: contents.value } : { kind: "desk", contents: contents.value, sheet });
  }, []);
  useEffect(() => {
    void open();
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, [open]);

  /** The list anew, while it is shown. */
  const refresh = async () => {
    const contents = await loadContents();
    if (contents.ok) setPhase({ kind: "contents", contents: contents.value });
  };
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
          onChanged={refresh}
          onOpen={(entry) => {
            location.hash = hashOf("drafts", entry);
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

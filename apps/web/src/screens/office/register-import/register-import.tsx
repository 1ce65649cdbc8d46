/**
 * A file becomes a version of a register: chosen, looked at with all its faults or all that it changes, then taken whole or not at all. File and
 * period stay until it is done, whatever the server refuses.
 */
import { useEffect, useRef } from "react";
import { useParams } from "react-router";
import { NothingHere } from "../../../parts/office/nothing-here.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { type FamilyKind, useRegisterKinds } from "../../../parts/office/use-register-kinds.ts";
import { Waiting } from "../../../parts/office/waiting.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { Done } from "./done.tsx";
import { Faults } from "./faults.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { Preview } from "./preview.tsx";
import { type Importing, useImport } from "./use-import.ts";

export function RegisterImport() {
  const params = useParams();
  const { kinds, pending, error, retry } = useRegisterKinds();
  const kind = kinds.find(({ id }) => id === params.kind);
  if (kind !== undefined) return <ImportOf key={kind.id} kind={kind} />;
  if (!pending && error === null) return <NothingHere />;
  return <Page title="导入名单">{pending ? <Waiting /> : <TroubleNotice error={error} onRetry={retry} />}</Page>;
}

function ImportOf({ kind }: { readonly kind: FamilyKind }) {
  const importing = useImport(kind);
  const may = useMay(kind.place.take);
  if (may === null) return <NothingHere />;
  return (
    <Page title={`导入${kind.title}`} back={{ to: `/registers/${kind.id}`, label: `${kind.title}的各版` }} wide>
      {importing.done === null ? (
        <>
          <ChooseFile kind={kind} importing={importing} />
          <WhatCame kind={kind} importing={importing} />
        </>
      ) : (
        <Done kind={kind} done={importing.done} onAnother={importing.again} />
      )}
    </Page>
  );
}

/** What the server made of the file: on its way, faults, a refusal, or a preview. Led to as soon as it is there. */
function WhatCame({ kind, importing }: { readonly kind: FamilyKind; readonly importing: Importing }) {
  const { sent, looking, trouble, preview, file } = importing;
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new answer is led to
  useEffect(() => place.current?.querySelector<HTMLElement>("h2[tabindex]")?.focus(), [preview, trouble]);
  if (sent !== null) return sent < 1 ? <OnItsWay part={sent} /> : <ImportProgress id={looking} doing="已上传。" label="核对" />;
  return (
    <div ref={place}>
      {trouble !== null && trouble.problems.length > 0 && (
        <Faults trouble={trouble} title={kind.title} fileName={file?.name ?? ""} />
      )}
      {trouble !== null && trouble.problems.length === 0 && (
        <>
          <TroubleNotice error={trouble} />
          <Mend importing={importing} status={trouble.status} />
        </>
      )}
      {preview !== null && <Preview kind={kind} preview={preview} importing={importing} />}
    </div>
  );
}

function OnItsWay({ part }: { readonly part: number }) {
  return (
    <div className="office-progress">
      <p role="status">正在上传：{Math.floor(part * 100)}%</p>
      <progress aria-label="上传" max={1} value={part} />
    </div>
  );
}

/** A file that was taken before can be forced; where the connection broke, the same is sent again. */
function Mend({ importing, status }: { readonly importing: Importing; readonly status: number }) {
  const force = status === 409;
  if (!force && status !== 0 && status < 500) return null;
  return (
    <div className="office-actions">
      <button type="button" className="button" onClick={() => importing.look(force)}>
        {force ? "仍然导入：看差异" : "再试一次"}
      </button>
    </div>
  );
}

/** Takes a dossier's file, dropped anywhere on the page or chosen; a file with problems changes nothing and says what is wrong. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { Engine } from "../../engine.ts";
import { t } from "../../words/t.ts";
import type { Sheet } from "./desk.ts";
import type { Refused } from "./open-file.ts";

const RefusedFile = lazy(async () => ({ default: (await import("./refused-file.tsx")).RefusedFile }));

export interface DropzoneProps {
  readonly engine: Engine;
  readonly refused: Refused | null;
  /** `toMend`: there are problems in it. */
  readonly onOpen: (sheet: Sheet, label: string, toMend: boolean) => void;
  /** For a file that was let go over the page, where that isn't the desk. */
  readonly onDrop: ((sheet: Sheet) => void) | null;
  readonly onRefuse: (refused: Refused | null) => void;
  readonly children: (choose: () => void) => ReactNode;
}

export function Dropzone({ engine, refused, onOpen, onDrop, onRefuse, children }: DropzoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const open = useCallback(
    (sheet: Sheet, dropped: boolean, toMend: boolean) =>
      dropped && onDrop !== null ? onDrop(sheet) : onOpen(sheet, t("打开{file}", { file: sheet.from }), toMend),
    [onOpen, onDrop],
  );
  const [dropped, setDropped] = useState(false);
  const take = useCallback(
    async (file: File, drop: boolean) => {
      const { sheetFromFile } = await import("./open-file.ts");
      const read = await sheetFromFile(file, engine);
      setDropped(drop);
      if (!read.ok) return onRefuse(read.errors[0] ?? null);
      onRefuse(null);
      open(read.value, drop, false);
    },
    [engine, open, onRefuse],
  );
  const over = useDrop(take);
  return (
    <>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={t("打开档案文件")}
        accept=".json,.yaml,.yml,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) void take(file, false);
        }}
      />
      {children(() => input.current?.click())}
      {over ? (
        <div className="drop-over">
          {onDrop === null ? t("松开即打开这份档案（JSON 或 YAML）") : t("松开即与这份档案比较（JSON 或 YAML）")}
        </div>
      ) : null}
      {refused === null ? null : (
        <Suspense>
          <RefusedFile
            refused={refused}
            onAnyway={(sheet) => {
              onRefuse(null);
              open(sheet, dropped, true);
            }}
            onClose={() => onRefuse(null)}
          />
        </Suspense>
      )}
    </>
  );
}

/** true while a file hovers over the page. */
function useDrop(take: (file: File, dropped: boolean) => Promise<void>): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) void take(file, true);
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragover", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragover", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [take]);
  return over;
}

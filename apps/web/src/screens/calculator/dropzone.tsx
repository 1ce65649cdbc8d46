/** Takes a dossier's file, dropped anywhere on the page or chosen; a file with problems changes nothing and says what is wrong. */
import type { Problem } from "@zhengdui/basics";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Engine } from "../../engine.ts";
import { expectedWords } from "../../parts/form/problem-words.ts";
import type { Sheet } from "./desk.ts";

export interface Refused {
  readonly file: string;
  readonly problems: readonly Problem[];
}

export interface DropzoneProps {
  readonly engine: Engine;
  readonly refused: Refused | null;
  readonly onOpen: (sheet: Sheet, label: string) => void;
  readonly onRefuse: (refused: Refused | null) => void;
  readonly children: (choose: () => void) => ReactNode;
}

const SHOWN = 30;

export function Dropzone({ engine, refused, onOpen, onRefuse, children }: DropzoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = useCallback(
    async (file: File) => {
      const { openFile } = await import("./open-file.ts");
      const json = await openFile(file);
      if (!json.ok) return onRefuse({ file: file.name, problems: json.errors });
      const read = engine.read(json.value);
      if (!read.ok) return onRefuse({ file: file.name, problems: read.errors });
      onOpen({ dossier: json.value, skipped: [], growing: [], whole: true, from: file.name, example: "" }, `打开${file.name}`);
    },
    [engine, onOpen, onRefuse],
  );
  const over = useDrop(take);
  return (
    <>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label="打开档案文件"
        accept=".json,.yaml,.yml,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) void take(file);
        }}
      />
      {children(() => input.current?.click())}
      {over ? <div className="drop-over">松开即打开这份档案（JSON 或 YAML）</div> : null}
      {refused === null ? null : <RefusedFile refused={refused} onClose={() => onRefuse(null)} />}
    </>
  );
}

function RefusedFile({ refused, onClose }: { readonly refused: Refused; readonly onClose: () => void }) {
  const { file, problems } = refused;
  const box = useRef<HTMLDivElement>(null);
  // A file may be let go far below: who dropped it must see why nothing happened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next file's refusal is a new one
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "start", behavior: "instant" });
  }, [refused]);
  return (
    <div ref={box} className="problems refused" role="alert" tabIndex={-1}>
      <p className="problems-title">
        没有打开“{file}”：有 {problems.length} 处问题。原有内容未变。
      </p>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.path} ${problem.problem}`}>
            {problem.path === "" ? null : <code>{problem.path}</code>} {problem.problem}
            {problem.expected === "" ? null : <span className="expected">{expectedWords(problem.expected)}</span>}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN ? <p>另有 {problems.length - SHOWN} 处。</p> : null}
      <button type="button" className="button quiet" onClick={onClose}>
        知道了
      </button>
    </div>
  );
}

/** true while a file hovers over the page. */
function useDrop(take: (file: File) => Promise<void>): boolean {
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
      if (file !== undefined) void take(file);
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

/** What can be done with the whole dossier: open, undo, start again, export, print. */
import type { Desk } from "./desk.ts";
import type { Assessed } from "./use-assessment.ts";

export interface ToolbarProps {
  readonly desk: Desk;
  readonly last: Assessed | null;
  readonly onChoose: () => void;
  readonly onUndo: () => void;
  readonly onRestart: () => void;
}

export function Toolbar({ desk, last, onChoose, onUndo, onRestart }: ToolbarProps) {
  const undo = desk.past.at(-1);
  const name = last?.result.applicant.name ?? "申报档案";
  return (
    <div className="toolbar">
      <p className="toolbar-from">
        <span className="toolbar-word">当前档案</span>
        <span>
          {desk.now.example === "" && desk.past.length > 0 && desk.now.from !== "空白申报"
            ? `${desk.now.from}（已修改）`
            : desk.now.from}
        </span>
      </p>
      <div className="toolbar-actions">
        <button type="button" className="button" onClick={onChoose}>
          打开文件
        </button>
        <button type="button" className="button" onClick={onUndo} disabled={undo === undefined}>
          撤销{undo === undefined ? "" : `“${undo.label}”`}
        </button>
        <button type="button" className="button" onClick={onRestart}>
          重新开始
        </button>
        <button type="button" className="button" onClick={() => save(`${name}.json`, desk.now.dossier)}>
          导出档案
        </button>
        <button
          type="button"
          className="button"
          disabled={last === null}
          onClick={() => last && save(`${name}-测算结果.json`, last.result)}
        >
          导出结果
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          打印
        </button>
      </div>
      <p className="toolbar-hint">也可把 JSON 或 YAML 档案拖到页面任意处。填写的内容只留在本浏览器，不上传。</p>
    </div>
  );
}

/** Long enough for the browser to have read it. */
const KEPT_MS = 10_000;

function save(name: string, content: unknown): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]/g, "_");
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

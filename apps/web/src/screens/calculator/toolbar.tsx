/** What can be done with the whole dossier: open, undo, start again, export, print. */

import { asDossier } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { lazy, Suspense, useState } from "react";
import { Mixed } from "../../words/mixed.tsx";
import { t } from "../../words/t.ts";
import { type Desk, isChanged, type Sheet } from "./desk.ts";
import { BLANK, fromWords } from "./from-words.ts";
import { type Asked, recordOf } from "./use-interview.ts";

const ShareLink = lazy(async () => ({ default: (await import("./share-link.tsx")).ShareLink }));

export interface ToolbarProps {
  readonly desk: Desk;
  readonly policy: Policy;
  readonly asked: Asked;
  readonly onChoose: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onRestart: () => void;
}

export function Toolbar({ desk, policy, asked, onChoose, onUndo, onRedo, onRestart }: ToolbarProps) {
  const { now } = desk;
  const undo = desk.past.at(-1);
  const redo = desk.future.at(-1);
  const { result } = asked.interview;
  const name = result.applicant.name === "" ? t("申报档案") : result.applicant.name;
  return (
    <div className="toolbar">
      <p className="toolbar-from">
        <span className="toolbar-word">{t("当前档案")}</span>
        <Mixed
          of={
            now.example === "" && isChanged(desk) && now.from !== BLANK
              ? t("{name}（已修改）", { name: fromWords(now.from) })
              : fromWords(now.from)
          }
        />
      </p>
      <div className="toolbar-actions">
        <button type="button" className="button" onClick={onUndo} disabled={undo === undefined}>
          <Mixed of={undo === undefined ? t("撤销") : t("撤销“{what}”", { what: undo.label })} />
        </button>
        {redo === undefined ? null : (
          <button type="button" className="button" onClick={onRedo}>
            <Mixed of={t("重做“{what}”", { what: redo.label })} />
          </button>
        )}
        <button type="button" className="button" onClick={onChoose}>
          {t("打开文件")}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void save(`${name}.json`, asDossier(policy, { dossier: recordOf(now.dossier), skipped: now.skipped }))}
        >
          {t("导出档案")}
        </button>
        <button type="button" className="button" onClick={() => void save(t("{name}-测算结果.json", { name }), result)}>
          {t("导出结果")}
        </button>
        <Share desk={desk} policy={policy.id} />
        <button type="button" className="button" onClick={() => window.print()}>
          {t("打印")}
        </button>
        <button type="button" className="button" onClick={onRestart}>
          {t("重新开始")}
        </button>
      </div>
      {asked.missing.length === 0 ? null : (
        <p className="toolbar-hint">
          {asked.interview.questions.length === 0 && now.skipped.length === 0
            ? t("导出的档案交到窗口前还须补 {n} 处（不影响测算）。", { n: asked.missing.length })
            : t("导出的档案交到窗口前还须补 {n} 处。", { n: asked.missing.length })}{" "}
          <a href="#facts">{t("去补")}</a>
        </p>
      )}
      <p className="toolbar-hint">{t("也可把 JSON 或 YAML 档案拖到页面任意处。填写的内容只留在本浏览器，不上传。")}</p>
    </div>
  );
}

function Share({ desk, policy }: { readonly desk: Desk; readonly policy: string }) {
  const [wanted, setWanted] = useState<Sheet | null>(null);
  return (
    <>
      {/* Another sheet each time, so that pressing again makes the link again. */}
      <button type="button" className="button" onClick={() => setWanted({ ...desk.now })}>
        {t("分享链接")}
      </button>
      {wanted === null ? null : (
        <Suspense>
          <ShareLink sheet={wanted} policy={policy} />
        </Suspense>
      )}
    </>
  );
}

/** Saving is fetched when somebody wants it. */
async function save(name: string, content: unknown): Promise<void> {
  const { download } = await import("./download.ts");
  download(name, content);
}

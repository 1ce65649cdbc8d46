/** What can be done with the whole dossier: open, undo, start again, export, print. */
import { asDossier } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { useState } from "react";
import { t } from "../../words/t.ts";
import type { Desk } from "./desk.ts";
import { type Asked, recordOf } from "./use-interview.ts";

export interface ToolbarProps {
  readonly desk: Desk;
  readonly policy: Policy;
  readonly asked: Asked;
  readonly onChoose: () => void;
  readonly onUndo: () => void;
  readonly onRestart: () => void;
}

export function Toolbar({ desk, policy, asked, onChoose, onUndo, onRestart }: ToolbarProps) {
  const { now } = desk;
  const undo = desk.past.at(-1);
  const { result } = asked.interview;
  const name = result.applicant.name === "" ? t("申报档案") : result.applicant.name;
  return (
    <div className="toolbar">
      <p className="toolbar-from">
        <span className="toolbar-word">{t("当前档案")}</span>
        <span>
          {now.example === "" && desk.past.length > 0 && now.from !== "空白申报"
            ? t("{name}（已修改）", { name: now.from })
            : now.from}
        </span>
      </p>
      <div className="toolbar-actions">
        <button type="button" className="button" onClick={onUndo} disabled={undo === undefined}>
          {undo === undefined ? t("撤销") : t("撤销“{what}”", { what: undo.label })}
        </button>
        <button type="button" className="button" onClick={onChoose}>
          {t("打开文件")}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => save(`${name}.json`, asDossier(policy, { dossier: recordOf(now.dossier), skipped: now.skipped }))}
        >
          {t("导出档案")}
        </button>
        <button type="button" className="button" onClick={() => save(t("{name}-测算结果.json", { name }), result)}>
          {t("导出结果")}
        </button>
        <Share desk={desk} />
        <button type="button" className="button" onClick={() => window.print()}>
          {t("打印")}
        </button>
        <button type="button" className="button" onClick={onRestart}>
          {t("重新开始")}
        </button>
      </div>
      {asked.missing.length === 0 ? null : (
        <p className="toolbar-hint">
          {t("导出的档案交到窗口前还须补 {n} 处（不影响测算）。", { n: asked.missing.length })} <a href="#facts">{t("去补")}</a>
        </p>
      )}
      <p className="toolbar-hint">{t("也可把 JSON 或 YAML 档案拖到页面任意处。填写的内容只留在本浏览器，不上传。")}</p>
    </div>
  );
}

/** What happened to the link: copied, shown to be copied by hand, or too long. */
type Shared = { readonly kind: "copied" } | { readonly kind: "shown"; readonly link: string } | { readonly kind: "too-long" };

function Share({ desk }: { readonly desk: Desk }) {
  const [shared, setShared] = useState<Shared | null>(null);
  const share = async () => {
    const { linkOf } = await import("./share.ts");
    const link = await linkOf(desk.now, window.location.href);
    if (link === null) return setShared({ kind: "too-long" });
    try {
      await navigator.clipboard.writeText(link);
      setShared({ kind: "copied" });
    } catch {
      // No clipboard, or not allowed: the person copies it.
      setShared({ kind: "shown", link });
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void share()}>
        {t("分享链接")}
      </button>
      {shared === null ? null : (
        <p className="toolbar-hint" role="status">
          {shared.kind === "copied"
            ? t("链接已复制。资料就在链接里，不经过服务器；谁拿到链接谁就能看到。")
            : shared.kind === "too-long"
              ? t("资料太多，放不进链接：请导出档案，发送文件。")
              : null}
          {shared.kind === "shown" ? (
            <input className="input" readOnly value={shared.link} aria-label={t("分享链接")} onFocus={(e) => e.target.select()} />
          ) : null}
        </p>
      )}
    </>
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

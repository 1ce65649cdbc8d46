/** Notices above the conversation: another tab has changed the dossier, a link couldn't be opened, nothing is kept here. */
import { useState } from "react";
import { t } from "../../words/t.ts";

export type Trouble = "unreadable" | "too-large" | "unknown-policy";

interface ElsewhereProps {
  readonly onTakeOver: () => void;
  readonly onGoOn: () => void;
}

export interface NoticesProps extends ElsewhereProps {
  readonly trouble: Trouble | null;
  readonly elsewhere: boolean;
  readonly unkept: boolean;
}

export function Notices({ trouble, elsewhere, unkept, onTakeOver, onGoOn }: NoticesProps) {
  return (
    <>
      {trouble === null ? null : <LinkTrouble trouble={trouble} />}
      {elsewhere ? <Elsewhere onTakeOver={onTakeOver} onGoOn={onGoOn} /> : null}
      {unkept ? (
        <div className="problems unkept" role="alert">
          <p className="problems-title">{t("这个浏览器不许存放，或已经存满：关掉本页，填写的内容就没有了。")}</p>
          <p>{t("离开前请“导出档案”存成文件，下次打开它接着答。")}</p>
        </div>
      ) : null}
    </>
  );
}

function Elsewhere({ onTakeOver, onGoOn }: ElsewhereProps) {
  return (
    <div className="problems elsewhere" role="alert">
      <p className="problems-title">{t("另一个标签页改了这份资料，与这里的不同。")}</p>
      <p>{t("选定之前，两边都不会互相覆盖。")}</p>
      <button type="button" className="button" onClick={onTakeOver}>
        {t("改用那边的")}
      </button>{" "}
      <button type="button" className="button" onClick={onGoOn}>
        {t("继续用这里的")}
      </button>
    </div>
  );
}

function LinkTrouble({ trouble }: { readonly trouble: Trouble }) {
  const [closed, setClosed] = useState(false);
  if (closed) return null;
  const why: Record<Trouble, string> = {
    unreadable: t("链接不完整，或中途被改动过。请对方重新复制整条链接，或发送导出的档案。"),
    "too-large": t("链接里的内容超过一份档案的限度。请对方发送导出的档案。"),
    "unknown-policy": t("链接所属的政策不在这个服务器上。请对方发送原来的网址。"),
  };
  return (
    <div className="problems link-trouble" role="alert">
      <p className="problems-title">{t("分享的链接没有打开；原有内容未变。")}</p>
      <p>{why[trouble]}</p>
      <button type="button" className="button quiet" onClick={() => setClosed(true)}>
        {t("知道了")}
      </button>
    </div>
  );
}

/** Makes the link that was asked for: copies it, or shows it to be copied by hand, or says that it would be too long. */
import { useEffect, useState } from "react";
import { t } from "../../words/t.ts";
import type { Sheet } from "./desk.ts";
import { linkOf } from "./share.ts";

type Made = { readonly kind: "copied" } | { readonly kind: "shown"; readonly link: string } | { readonly kind: "too-long" };

async function make(sheet: Sheet, policy: string): Promise<Made> {
  const link = await linkOf(sheet, policy, window.location.href);
  if (link === null) return { kind: "too-long" };
  try {
    await navigator.clipboard.writeText(link);
    return { kind: "copied" };
  } catch {
    // No clipboard, or not allowed: the person copies it.
    return { kind: "shown", link };
  }
}

export function ShareLink({ sheet, policy }: { readonly sheet: Sheet; readonly policy: string }) {
  const [made, setMade] = useState<Made | null>(null);
  useEffect(() => {
    let wanted = true;
    void make(sheet, policy).then((link) => {
      if (wanted) setMade(link);
    });
    return () => {
      wanted = false;
    };
  }, [sheet, policy]);
  return (
    <p className="toolbar-hint" role="status">
      {made === null ? null : wordsOf(made)}
      {made?.kind === "shown" ? (
        <input className="input" readOnly value={made.link} aria-label={t("分享链接")} onFocus={(e) => e.target.select()} />
      ) : null}
    </p>
  );
}

function wordsOf({ kind }: Made): string {
  switch (kind) {
    case "copied":
      return t("链接已复制。资料就在链接里，不经过服务器；谁拿到链接谁就能看到。");
    case "too-long":
      return t("资料太多，放不进链接：请导出档案，发送文件。");
    case "shown":
      return t("请复制下面的链接。资料就在链接里，不经过服务器；谁拿到链接谁就能看到。");
  }
}

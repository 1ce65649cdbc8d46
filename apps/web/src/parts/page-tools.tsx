/** At the head of every page: larger type, and the other language. */
import { useState } from "react";
import { createPortal } from "react-dom";
import { type Language, t } from "../words/t.ts";
import { isLarge, setLarge } from "./large-type.ts";

export interface PageToolsProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** Drawn where the HTML has a place for it, before the masthead. */
export function PageTools({ language, onLanguage }: PageToolsProps) {
  const [large, setLargeHere] = useState(isLarge);
  const place = document.getElementById("tools");
  const toggle = () => {
    setLarge(!large);
    setLargeHere(!large);
  };
  if (place === null) return null;
  return createPortal(
    <nav className="page-tools" aria-label={t("显示与语言")}>
      <button type="button" className="button quiet" aria-pressed={large} onClick={toggle}>
        {t("大字")}
      </button>
      {language === "zh" ? (
        <button type="button" className="button quiet" lang="en" onClick={() => onLanguage("en")}>
          English
        </button>
      ) : (
        <button type="button" className="button quiet" lang="zh-CN" onClick={() => onLanguage("zh")}>
          中文
        </button>
      )}
    </nav>,
    place,
  );
}

/** At the head of the pages that need no script: larger type, and the same page in the other language. */
import { paths } from "../paths.ts";
import { isForeign, t } from "../words/t.ts";

/** `page`: the address of the page in Chinese. */
export function PageHead({ page }: { readonly page: string }) {
  return (
    <nav className="page-tools" aria-label={t("显示与语言")}>
      <label className="large-type">
        <input type="checkbox" className="visually-hidden" id="large-type" />
        <span>{t("大字")}</span>
      </label>
      {isForeign() ? (
        <a href={paths.inLanguage(false, page)} hrefLang="zh-CN" lang="zh-CN">
          中文
        </a>
      ) : (
        <a href={paths.inLanguage(true, page)} hrefLang="en" lang="en">
          English
        </a>
      )}
    </nav>
  );
}

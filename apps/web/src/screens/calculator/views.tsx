/** The way between the calculator's views. */
import { t } from "../../words/t.ts";
import { VIEWS, type View } from "./view.ts";

export function Views({ view }: { readonly view: View }) {
  const name: Record<View, string> = { ask: t("问答"), result: t("我的钱"), facts: t("全部资料"), compare: t("对比") };
  return (
    <nav className="views" aria-label={t("测算的几个页面")}>
      {VIEWS.map((each) => (
        <a key={each} href={`#${each}`} aria-current={each === view ? "page" : undefined}>
          {name[each]}
        </a>
      ))}
    </nav>
  );
}

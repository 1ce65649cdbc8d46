/** Where the page itself breaks: says so, loses nothing, and offers the way on. */

import { Component, type ReactNode } from "react";
import { t } from "../words/t.ts";

interface MishapProps {
  readonly children: ReactNode;
  /** What has become of a person's work. */
  readonly says?: string;
}

export class Mishap extends Component<MishapProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="desk">
        <div className="waiting" role="alert">
          <p>{this.props.says ?? t("页面出错，未能完成测算。填写的内容仍保存在本浏览器。")}</p>
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {t("重新载入")}
          </button>
        </div>
      </main>
    );
  }
}

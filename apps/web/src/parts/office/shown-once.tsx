/** A secret that is shown this once: to be copied or printed; focus goes here, since nobody sees it again. */
import { type ReactNode, useState } from "react";
import { focusOn } from "../focus-on.ts";

export interface ShownOnceProps {
  readonly title: string;
  /** What it is for, and until when. */
  readonly children: ReactNode;
  readonly lines: readonly string[];
  readonly onDone: () => void;
  readonly done?: string;
}

export function ShownOnce({ title, children, lines, onDone, done = "已记下，关闭" }: ShownOnceProps) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(lines.join("\n"));
      setSaid("已复制。");
    } catch {
      setSaid("浏览器不让复制，请选中后手动复制。");
    }
  };
  return (
    <section className="office-card office-once" tabIndex={-1} ref={focusOn} aria-label={title}>
      <h2>{title}</h2>
      <div className="office-lead">{children}</div>
      <ul className="office-secrets" data-many={lines.length > 1}>
        {lines.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
      <div className="office-actions">
        <button type="button" className="button" onClick={() => void copy()}>
          复制
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          打印
        </button>
        <button type="button" className="button primary" onClick={onDone}>
          {done}
        </button>
      </div>
      <p role="status" className="office-hint">
        {said}
      </p>
    </section>
  );
}

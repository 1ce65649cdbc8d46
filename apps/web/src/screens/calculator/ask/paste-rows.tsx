/** Takes rows copied from a spreadsheet; what reads them is fetched when somebody wants it. */
import { lazy, Suspense, useState } from "react";
import { focusOn } from "../../../parts/focus-on.ts";
import { t } from "../../../words/t.ts";
import type { PastePanelProps } from "./paste-panel.tsx";

const PastePanel = lazy(async () => ({ default: (await import("./paste-panel.tsx")).PastePanel }));

export type PasteRowsProps = Pick<PastePanelProps, "list" | "columns" | "onPaste">;

export function PasteRows({ list, columns, onPaste }: PasteRowsProps) {
  const [open, setOpen] = useState(false);
  const [closed, setClosed] = useState(false);
  const close = () => {
    setOpen(false);
    setClosed(true);
  };
  const [text, setText] = useState("");
  if (!open)
    return (
      // Whoever closes it is back where it was opened.
      <button type="button" className="button quiet" ref={closed ? focusOn : null} onClick={() => setOpen(true)}>
        {t("从表格粘贴")}
      </button>
    );
  return (
    <Suspense>
      <PastePanel
        {...{ list, columns, text }}
        onType={setText}
        onPaste={(rows) => {
          onPaste(rows);
          close();
          setText("");
        }}
        onCancel={close}
      />
    </Suspense>
  );
}

/** The kept copies: compare with one, rename it, delete it, and take a deletion back. */

import { useEffect, useRef, useState } from "react";
import { day } from "../../../parts/figures/day.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import type { Choice } from "./choice.ts";
import type { Copy } from "./copies.ts";
import type { CopiesInUse } from "./use-copies.ts";

export interface CopiesProps {
  readonly copies: CopiesInUse;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

export function Copies({ copies, choice, onChoose }: CopiesProps) {
  const [renaming, setRenaming] = useState<string | null>(null);
  if (copies.all.length === 0 && copies.dropped === null) return null;
  return (
    <section className="copies" aria-labelledby="copies-title">
      <h3 id="copies-title">{t("存下的副本（只在这个浏览器里）")}</h3>
      <ul>
        {copies.all.map((copy) => (
          <li key={copy.id} className="copy">
            {renaming === copy.id ? (
              <Rename
                copy={copy}
                onDone={(name) => {
                  if (name !== null) copies.rename(copy.id, name);
                  setRenaming(null);
                }}
              />
            ) : (
              <>
                <button
                  type="button"
                  className="button quiet copy-name"
                  aria-pressed={choice.kind === "copy" && choice.id === copy.id}
                  onClick={() => onChoose({ kind: "copy", id: copy.id })}
                >
                  <Mixed of={copy.name} />
                </button>
                <span className="copy-at">{t("{day}存", { day: day(copy.at.slice(0, 10)) })}</span>
                <button type="button" className="button quiet" onClick={() => setRenaming(copy.id)}>
                  {t("改名")}
                  <span className="visually-hidden">
                    <Mixed of={`${t("：")}${copy.name}`} />
                  </span>
                </button>
                <button type="button" className="button quiet" onClick={() => copies.drop(copy)}>
                  {t("删除")}
                  <span className="visually-hidden">
                    <Mixed of={`${t("：")}${copy.name}`} />
                  </span>
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {copies.dropped === null ? null : (
        <Dropped key={copies.dropped.copy.id} name={copies.dropped.copy.name} onUndo={copies.undrop} />
      )}
    </section>
  );
}

/** null: as it was. */
function Rename({ copy, onDone }: { readonly copy: Copy; readonly onDone: (name: string | null) => void }) {
  const [name, setName] = useState(copy.name);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <form
      className="copy-rename"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(name);
      }}
    >
      <input
        ref={input}
        className="input"
        aria-label={t("副本的名称")}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onDone(null)}
      />
      <button type="submit" className="button">
        {t("改好了")}
      </button>
    </form>
  );
}

/** Focus was on the row that is gone. */
function Dropped({ name, onUndo }: { readonly name: string; readonly onUndo: () => void }) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <p className="copy-dropped" role="status">
      <Mixed of={t("已删除“{name}”。", { name })} />{" "}
      <button ref={undo} type="button" className="link" onClick={onUndo}>
        {t("撤销删除")}
      </button>
    </p>
  );
}

/** What stands on the right: one list of everything there is to compare with, and a file. */

import { useRef, useState } from "react";
import type { Engine } from "../../../engine.ts";
import { getAt } from "../../../parts/form/json.ts";
import type { Loaded } from "../../../server.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import type { Sheet } from "../desk.ts";
import { fromWords } from "../from-words.ts";
import { type Refused, sheetFromFile } from "../open-file.ts";
import { RefusedFile } from "../refused-file.tsx";
import type { Choice } from "./choice.ts";
import type { Copy } from "./copies.ts";

export interface ChooseRightProps {
  readonly loaded: Loaded;
  readonly engine: Engine;
  readonly sheet: Sheet;
  readonly copies: readonly Copy[];
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

interface Entry {
  readonly choice: Choice;
  readonly label: string;
}

export function ChooseRight(props: ChooseRightProps) {
  const { choice, onChoose } = props;
  const groups = groupsOf(props);
  const entries = groups.flatMap(({ entries }) => entries);
  const chosen = entries.findIndex((entry) => codeOf(entry.choice) === codeOf(choice));
  return (
    <div className="choose-right">
      <p className="choose-side">
        <span className="choose-label">{t("左边")}</span>
        <span className="choose-fixed">
          <Mixed of={t("现在这份：{from}", { from: fromWords(props.sheet.from) })} />
        </span>
      </p>
      <div className="choose-side">
        <label className="choose-label" htmlFor="compare-with">
          {t("右边")}
        </label>
        <select
          id="compare-with"
          className="input"
          value={chosen < 0 ? "" : codeOf(choice)}
          onChange={(event) => {
            const entry = entries.find((each) => codeOf(each.choice) === event.target.value);
            onChoose(entry?.choice ?? { kind: "none" });
          }}
        >
          <option value="">{t("请选择与什么比较")}</option>
          {groups.map(({ label, entries: own }) => (
            <optgroup key={label} label={label}>
              {own.map((entry) => (
                <option key={codeOf(entry.choice)} value={codeOf(entry.choice)}>
                  {entry.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <FromFile engine={props.engine} onOpen={(sheet) => onChoose({ kind: "file", sheet })} />
      </div>
    </div>
  );
}

const codeOf = (choice: Choice): string => {
  if (choice.kind === "none" || choice.kind === "file") return choice.kind;
  return `${choice.kind} ${choice.kind === "year" ? choice.year : choice.id}`;
};

function groupsOf({ loaded, sheet, copies, choice }: ChooseRightProps): readonly { label: string; entries: readonly Entry[] }[] {
  const year = getAt(sheet.dossier, ["year"]);
  const groups: { label: string; entries: readonly Entry[] }[] = [
    {
      label: t("另一年度"),
      entries: loaded.policy.years
        .filter((each) => each !== year)
        .map((each) => ({ choice: { kind: "year", year: each }, label: t("同一份资料，{year} 年度", { year: each }) })),
    },
    { label: t("存下的副本"), entries: copies.map(({ id, name }) => ({ choice: { kind: "copy", id }, label: name })) },
    { label: t("文件"), entries: choice.kind === "file" ? [{ choice, label: choice.sheet.from }] : [] },
    { label: t("示例"), entries: loaded.examples.map(({ id, title }) => ({ choice: { kind: "example", id }, label: title })) },
    {
      label: t("另一项政策"),
      entries: loaded.policies
        .filter(({ id }) => id !== loaded.summary.id)
        .map(({ id, number, title }) => ({ choice: { kind: "policy", id }, label: `${number} ${title}` })),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

/** A file with problems may be compared too, as far as it can be read. */
function FromFile({ engine, onOpen }: { readonly engine: Engine; readonly onOpen: (sheet: Sheet) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const take = async (file: File) => {
    const read = await sheetFromFile(file, engine);
    setRefused(read.ok ? null : (read.errors[0] ?? null));
    if (read.ok) onOpen(read.value);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {t("与文件比较")}
      </button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={t("用来比较的档案文件")}
        accept=".json,.yaml,.yml,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) void take(file);
        }}
      />
      {refused === null ? null : (
        <RefusedFile
          refused={refused}
          onAnyway={(sheet) => {
            setRefused(null);
            onOpen(sheet);
          }}
          onClose={() => setRefused(null)}
        />
      )}
    </>
  );
}

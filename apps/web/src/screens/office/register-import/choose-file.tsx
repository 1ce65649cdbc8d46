/** Which file, for which year or day: chosen by a button or dropped; what is wrong stands beside it. */
import { type DragEvent, useId, useState } from "react";
import { useSaidOf } from "../../../parts/office/checked-form.tsx";
import { DayField } from "../../../parts/office/day-field.tsx";
import { Field } from "../../../parts/office/field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { periodWords } from "../../../parts/office/period-words.ts";
import type { FamilyKind } from "../../../parts/office/use-register-kinds.ts";
import type { Importing } from "./use-import.ts";

export interface ChooseFileProps {
  readonly kind: FamilyKind;
  readonly importing: Importing;
}

export function ChooseFile({ kind, importing }: ChooseFileProps) {
  const { period, setPeriod, faults, sent, look } = importing;
  const byYear = kind.period === "year";
  const last = kind.latest === null ? "还没有导入过" : `现行的是 ${periodWords(kind.latest.period)}第 ${kind.latest.number} 版`;
  const template = `/api/office/${kind.place.root}/kinds/${encodeURIComponent(kind.id)}/template?format=xlsx`;
  const asked = { value: period, onValue: setPeriod, hint: last, wrong: faults.period };
  return (
    <div className="office-card">
      <OfficeForm does="预览" doing="正在预览……" pending={sent !== null} error={null} onSend={() => look(false)}>
        {byYear ? (
          <Field {...asked} label="年度" inputMode="numeric" maxLength={4} autoComplete="off" />
        ) : (
          <DayField {...asked} label="截至日" hint={`${last}。`} />
        )}
        <FileDrop importing={importing} />
        <p className="office-hint">
          xlsx 或 CSV。表头要与
          <a href={template} download>
            空白模板
          </a>
          相认，列的次序可以不同。预览不会导入任何内容。
        </p>
      </OfficeForm>
    </div>
  );
}

function FileDrop({ importing: { file, setFile, faults } }: { readonly importing: Importing }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    try {
      setFile({ name: chosen.name, bytes: await chosen.arrayBuffer() });
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void choose(event.dataTransfer.files[0]);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const wrong = unreadable ? "这个文件打不开，请关闭正在用它的程序，再选一次。" : faults.file;
  const said = useSaidOf(id);
  const fault = unreadable ? wrong : said;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button does the same for everybody
    <div
      className="office-field office-drop"
      data-over={over}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept=".xlsx,.csv,.txt"
        data-wrong={wrong ?? undefined}
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => {
          void choose(target.files?.[0]);
          // The same file, mended and chosen again, is a change too.
          target.value = "";
        }}
      />
      <label className="button" htmlFor={id}>
        {file === null ? "选择文件" : "另选文件"}
      </label>
      <p id={`${id}-said`}>
        {file === null ? "或把文件拖到这里" : `${file.name}（${sizeWords(file.bytes.byteLength)}）`}
        {fault !== null && <span className="office-fault">{fault}</span>}
      </p>
    </div>
  );
}

function sizeWords(bytes: number): string {
  const kibibytes = Math.ceil(bytes / 1024);
  return kibibytes < 1024 ? `${kibibytes} KB` : `${Math.ceil(kibibytes / 1024)} MB`;
}

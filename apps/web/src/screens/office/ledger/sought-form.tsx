/** What is looked for in the ledger; it stands in the page's address, so that one can come back to it. */
import { useState } from "react";
import { CheckedForm } from "../../../parts/office/checked-form.tsx";
import { Choice } from "../../../parts/office/choice.tsx";
import { Field } from "../../../parts/office/field.tsx";

const YEARS = { claim: "申报年度", policy: "政策年度", budget: "预算年度" } as const;
type YearOf = keyof typeof YEARS;

export interface Sought {
  readonly enterprise: string;
  readonly invoice: string;
  readonly project: string;
  readonly organiser: string;
  readonly year: string;
  readonly yearOf: YearOf;
}

const isYearOf = (text: string): text is YearOf => text in YEARS;

export function soughtIn(address: URLSearchParams): Sought {
  const text = (name: string) => address.get(name)?.trim() ?? "";
  const yearOf = text("yearOf");
  const year = text("year");
  return {
    enterprise: text("enterprise"),
    invoice: text("invoice"),
    project: text("project"),
    organiser: text("organiser"),
    year: faultOfYear(year) === null ? year : "",
    yearOf: isYearOf(yearOf) ? yearOf : "claim",
  };
}

const faultOfYear = (year: string): string | null => (/^((19|20)\d{2})?$/.test(year) ? null : "应写四位年份，如 2023。");

export const isAsked = ({ yearOf: _, ...words }: Sought): boolean => Object.values(words).some((word) => word !== "");

export interface SoughtFormProps {
  readonly sought: Sought;
  readonly onSeek: (address: Record<string, string>) => void;
}

export function SoughtForm({ sought, onSeek }: SoughtFormProps) {
  const [typed, setTyped] = useState(sought);
  const set = (part: Partial<Sought>) => setTyped({ ...typed, ...part });
  return (
    <search>
      <CheckedForm
        className="office-search"
        onSend={() => {
          onSeek(Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== "")));
        }}
      >
        <Field label="收款单位" value={typed.enterprise} onValue={(enterprise) => set({ enterprise })} maxLength={100} />
        <Field label="发票号码" value={typed.invoice} onValue={(invoice) => set({ invoice })} maxLength={100} />
        <Field label="项目" value={typed.project} onValue={(project) => set({ project })} maxLength={100} />
        <Field label="举办单位" value={typed.organiser} onValue={(organiser) => set({ organiser })} maxLength={100} />
        <Choice
          label="哪个年度"
          value={typed.yearOf}
          onValue={(value) => isYearOf(value) && set({ yearOf: value })}
          options={Object.entries(YEARS).map(([value, label]) => ({ value, label }))}
        />
        <Field
          label="年份"
          value={typed.year}
          onValue={(year) => set({ year })}
          inputMode="numeric"
          maxLength={4}
          wrong={faultOfYear(typed.year.trim())}
        />
        <div className="office-actions">
          <button type="submit" className="button primary">
            查找
          </button>
          {isAsked(sought) && (
            <button type="button" className="button quiet" onClick={() => onSeek({})}>
              清除
            </button>
          )}
        </div>
      </CheckedForm>
      <p className="office-hint">收款单位写名称的一部分或信用代码；发票号码要写全；项目写名称或编号的一部分。</p>
    </search>
  );
}

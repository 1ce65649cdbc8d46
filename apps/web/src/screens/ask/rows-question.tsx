/** The rows of one list: the columns that can still matter, typed or pasted from a spreadsheet. */
import type { Fact, FactList } from "@zhengdui/policy";
import { useState } from "react";
import { FactInput } from "../../parts/form/fact-input.tsx";
import { problemsOf } from "../../parts/form/form-context.ts";
import { getAt, isList, isRecord, type Json, pathText } from "../../parts/form/json.ts";
import { newId } from "../../parts/form/typed.ts";
import { t } from "../../words/t.ts";
import type { AskProps } from "./ask.tsx";
import { knowsNull } from "./not-known.ts";
import { PasteRows } from "./paste-rows.tsx";
import { reasonsFor } from "./reasons.ts";
import { declaredList, pathOfList, type Topic } from "./topic.ts";
import { WhyAsked } from "./why-asked.tsx";

type Props = AskProps & { readonly topic: Extract<Topic, { kind: "rows" }>; readonly onNext: () => void };

const PAGE = 30;

export function RowsQuestion({ policy, interview, form, skip, skipped, topic, onNext }: Props) {
  const list = declaredList(policy, topic.list);
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState(PAGE);
  if (list === null) return null;
  const at = pathOfList(list.id);
  const value = getAt(form.dossier, at);
  const rows = isList(value) ? value : [];
  const question = interview.questions.find((each) => each.kind === "rows" && each.list === list.id);
  const cells = question?.kind === "rows" ? question.cells : [];
  const columns = columnsOf(list, rows, new Set(cells.map(({ key }) => key)), skipped);
  const isOpen = (row: number, key: string) => cells.some((cell) => cell.row === row && cell.key === key);
  const add = (more: readonly Json[]) => form.change(at, [...rows.filter((row) => !isBlank(row)), ...more], list.label);
  const factOf = (key: string) => list.facts.find((fact) => fact.key === key) as Fact;
  // What isn't stated counts as "no" by the contract, and stands there as "no".
  const tacit = cells.filter(({ key }) => factOf(key).presence === "optional");
  const left = cells.filter((cell) => !tacit.includes(cell));
  const take = () => {
    for (const { row, key } of tacit) form.change([...at, row, key], null, factOf(key).label);
  };
  const next = () => {
    const wrong = rows.some((_, i) => list.facts.some(({ key }) => problemsOf(form, [...at, i, key]).length > 0));
    take();
    if (left.length > 0 || wrong) setTried(true);
    else onNext();
  };
  const giveUp = () => {
    take();
    const paths = left.map(({ row, key }) => ({ path: [...at, row, key], fact: factOf(key) }));
    for (const { path, fact } of paths) if (knowsNull(fact)) form.change(path, null, fact.label);
    const open = paths.filter(({ fact }) => !knowsNull(fact)).map(({ path }) => path);
    if (open.length > 0) skip(open, list.label);
    onNext();
  };
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <p className="question-topic">{t("逐项填写，填到不再影响结果为止")}</p>
      <h2 tabIndex={-1}>{list.label}</h2>
      <ol className="asked-rows">
        {rows.slice(0, shown).map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name that stays while it is typed
          <li key={i} className="asked-row">
            <p className="asked-row-name">{t("第 {n} 项", { n: i + 1 })}</p>
            <div className="fields">
              {columns
                .filter(
                  (fact) => isOpen(i, fact.key) || isStated(row, fact.key) || skipped.includes(pathText([...at, i, fact.key])),
                )
                .map((fact) => {
                  const path = [...at, i, fact.key];
                  const stated = isStated(row, fact.key);
                  return (
                    <Cell
                      key={fact.key}
                      fact={fact}
                      path={pathText(path)}
                      value={isRecord(row) ? row[fact.key] : undefined}
                      problems={stated ? problemsOf(form, path) : []}
                      waiting={tried && fact.presence !== "optional" && isOpen(i, fact.key)}
                      onChange={(said) => form.change(path, said, fact.label)}
                    />
                  );
                })}
            </div>
            <button type="button" className="button quiet remove" onClick={() => form.change([...at, i], undefined, list.label)}>
              {t("删除这一项")}
            </button>
          </li>
        ))}
      </ol>
      {rows.length <= shown ? null : (
        <button type="button" className="button quiet" onClick={() => setShown(shown + PAGE)}>
          {t("再显示 {n} 项（共 {all} 项）", { n: Math.min(PAGE, rows.length - shown), all: rows.length })}
        </button>
      )}
      <div className="row-tools">
        {list.most !== undefined && rows.length >= list.most ? null : (
          <button
            type="button"
            className="button quiet add"
            onClick={() => form.change([...at, rows.length], blankRow(list, rows), list.label)}
          >
            <span aria-hidden="true">＋</span> {t("再加一项")}
          </button>
        )}
        <PasteRows list={list} columns={columns} onPaste={(pasted) => add(withIds(list, rows, pasted))} />
      </div>
      {tried && left.length > 0 ? (
        <p className="field-problem" role="alert">
          {t("还有 {n} 格会影响结果：请填上，或选“其余不知道”", { n: left.length })}
        </p>
      ) : null}
      <div className="question-actions">
        <button type="submit" className="button primary">
          {t("下一题")}
        </button>
        {left.length === 0 ? null : (
          <button type="button" className="button" onClick={giveUp}>
            {t("其余不知道")}
          </button>
        )}
      </div>
      {columns.slice(0, 1).map((fact) => (
        <WhyAsked key={fact.key} reasons={reasonsFor(policy, list.id, fact.key, [])} fact={fact} />
      ))}
    </form>
  );
}

interface CellProps {
  readonly fact: Fact;
  readonly path: string;
  readonly value: Json | undefined;
  readonly problems: Parameters<typeof FactInput>[0]["problems"];
  readonly waiting: boolean;
  readonly onChange: (value: Json | undefined) => void;
}

function Cell({ fact, path, value, problems, waiting, onChange }: CellProps) {
  return (
    <div className={waiting ? "asked-cell asked-cell-open" : "asked-cell"}>
      <FactInput fact={fact} path={path} value={value} problems={problems} onChange={onChange} />
    </div>
  );
}

const isStated = (row: Json, key: string): boolean => isRecord(row) && row[key] !== undefined;
const isBlank = (row: Json): boolean => isRecord(row) && Object.keys(row).every((key) => key === "id");

/** In declared order: what is open in any row, and what was stated in any; a row's number isn't asked. */
function columnsOf(
  list: FactList,
  rows: readonly Json[],
  open: ReadonlySet<string>,
  skipped: readonly string[],
): readonly Fact[] {
  const named = (key: string) => skipped.some((path) => path.startsWith(`${list.id}[`) && path.endsWith(`].${key}`));
  return list.facts.filter(({ key }) => key !== "id" && (open.has(key) || rows.some((row) => isStated(row, key)) || named(key)));
}

function blankRow(list: FactList, rows: readonly Json[]): Json {
  return list.facts.some(({ key }) => key === "id") ? { id: newId(list.label, rows) } : {};
}

function withIds(list: FactList, rows: readonly Json[], pasted: readonly Readonly<Record<string, Json>>[]): readonly Json[] {
  const all = [...rows.filter((row) => !isBlank(row))];
  return pasted.map((row) => {
    const own = "id" in row ? row : { ...(blankRow(list, all) as object), ...row };
    all.push(own);
    return own;
  });
}

/** The rows of one list: the columns that can still matter, typed or pasted from a spreadsheet. */

import type { FactList } from "@zhengdui/policy";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { factName, groupName } from "../../../parts/form/fact-name.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import type { QuestionProps } from "./ask-props.ts";
import { AskedRow } from "./asked-row.tsx";
import { type AskedRows, askedRows, blankRow, withPasted } from "./asked-rows.ts";
import { knowsNull } from "./not-known.ts";
import { reasonsFor } from "./reasons.ts";
import { declaredList } from "./topic.ts";
import { WhyAsked } from "./why-asked.tsx";

// A table copied from elsewhere is the exception: who has none never waits for what reads it.
const PasteRows = lazy(async () => ({ default: (await import("./paste-rows.tsx")).PasteRows }));

const PAGE = 30;

export function RowsQuestion(props: QuestionProps<"rows">) {
  const list = declaredList(props.policy, props.topic.list);
  return list === null ? null : <Rows {...props} list={list} />;
}

function Rows(props: QuestionProps<"rows"> & { readonly list: FactList }) {
  const { policy, interview, form, skip, skipped, grow, list } = props;
  const [tried, setTried] = useState(0);
  const [shown, setShown] = useState(PAGE);
  const { drawn, began } = useRowFocus(tried);
  const asked = askedRows(list, interview, form, skipped);
  const { rows, tacit, left } = asked;
  const [first] = asked.columns;
  const onNext = () => {
    grow(list.id, false);
    props.onNext();
  };
  const take = () => {
    for (const { path, fact } of tacit) form.change(path, null, factName(fact));
  };
  const next = () => {
    take();
    if (left.length > 0 || asked.isWrong) setTried(tried + 1);
    else onNext();
  };
  const giveUp = () => {
    take();
    for (const { path, fact } of left) if (knowsNull(fact)) form.change(path, null, factName(fact));
    const open = left.filter(({ fact }) => !knowsNull(fact)).map(({ path }) => path);
    if (open.length > 0) skip(open, groupName(list));
    onNext();
  };
  return (
    <form
      className="question"
      data-topic={`${list.id}[]`}
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <p className="question-topic">{t("逐项填写，填到不再影响结果为止")}</p>
      <h2 tabIndex={-1}>
        <Mixed of={groupName(list)} />
      </h2>
      <ol className="asked-rows" ref={drawn}>
        {rows.slice(0, shown).map((_, i) => (
          <AskedRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name that stays while it is typed
            key={i}
            {...{ asked, form, skipped }}
            checks={list.checks}
            index={i}
            label={groupName(list)}
            tried={tried > 0}
          />
        ))}
      </ol>
      <ShowMore all={rows.length} shown={shown} onMore={() => setShown(shown + PAGE)} />
      <RowTools list={list} asked={asked} change={form.change} onAdd={() => began(rows.length)} />
      {tried > 0 && left.length > 0 ? <Waiting n={left.length} /> : null}
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
      {first === undefined ? null : <WhyAsked reasons={reasonsFor(policy, list.id, first.key, [])} fact={first} />}
    </form>
  );
}

function ShowMore({ all, shown, onMore }: { readonly all: number; readonly shown: number; readonly onMore: () => void }) {
  if (all <= shown) return null;
  return (
    <button type="button" className="button quiet" onClick={onMore}>
      {t("再显示 {n} 项（共 {all} 项）", { n: Math.min(PAGE, all - shown), all })}
    </button>
  );
}

function Waiting({ n }: { readonly n: number }) {
  return (
    <p className="field-problem" role="alert">
      {t("还有 {n} 格会影响结果：请填上，或选“其余不知道”", { n })}
    </p>
  );
}

/** Whoever asks for another row goes on in it (`began(row)`); whoever can't go on yet, in the first field that waits. `drawn`: the rows. */
function useRowFocus(tried: number) {
  const drawn = useRef<HTMLOListElement>(null);
  const [added, began] = useState<number | null>(null);
  useEffect(() => {
    if (added !== null) drawn.current?.children[added]?.querySelector<HTMLElement>("input, select")?.focus();
  }, [added]);
  useEffect(() => {
    if (tried > 0) drawn.current?.querySelector<HTMLElement>(".asked-cell-open :is(input, select), [aria-invalid=true]")?.focus();
  }, [tried]);
  return { drawn, began };
}

interface RowToolsProps {
  readonly list: FactList;
  readonly asked: AskedRows;
  readonly change: QuestionProps<"rows">["form"]["change"];
  readonly onAdd: () => void;
}

function RowTools({ list, asked: { at, rows, columns }, change, onAdd }: RowToolsProps) {
  const full = list.most !== undefined && rows.length >= list.most;
  return (
    <div className="row-tools">
      {full ? null : (
        <button
          type="button"
          className="button quiet add"
          onClick={() => {
            change([...at, rows.length], blankRow(list, rows), groupName(list));
            onAdd();
          }}
        >
          <span aria-hidden="true">＋</span> {t("再加一项")}
        </button>
      )}
      <Suspense fallback={null}>
        <PasteRows
          list={list}
          columns={columns}
          onPaste={(pasted) => change(at, withPasted(list, rows, pasted), groupName(list))}
        />
      </Suspense>
    </div>
  );
}

/** The draft beside the published version: figures that changed first, then the words, section by section. */
import type { WorkshopDocument, WorkshopDocuments } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { useEffect, useMemo, useState } from "react";
import { checkDocuments } from "../../workshop-server.ts";
import { changesOf, figureChanges, type Line } from "./changes.ts";

interface ChangesProps {
  readonly documents: readonly WorkshopDocument[];
  readonly published: WorkshopDocuments | null;
  /** Of the draft; null: it doesn't compile. */
  readonly policy: Policy | null;
}

export function ChangesList({ documents, published, policy }: ChangesProps) {
  const before = usePublishedPolicy(published);
  const changes = useMemo(() => (published === null ? [] : changesOf(published.documents, documents)), [published, documents]);
  if (published === null) return <p className="findings-empty">这项政策还没有公布过，没有可比较的版本。</p>;
  if (changes.length === 0) return <p className="findings-empty">与公布的版本一字不差。</p>;
  return (
    <>
      <h3>数</h3>
      <Figures before={before} after={policy} />
      <h3>文字</h3>
      {changes.map(({ document, heading, lines }) => (
        <section key={`${document} ${heading}`} className="change">
          <h4>
            {document}
            {heading === "" ? "" : ` · ${heading}`}
          </h4>
          <div className="change-lines">
            {around(lines).map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their number
              <LineOf key={i} line={line} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function Figures({ before, after }: { readonly before: Policy | null; readonly after: Policy | null }) {
  if (after === null) return <p className="findings-empty">草稿还读不懂，改好以后这里列出变了的数。</p>;
  const changes = before === null ? [] : figureChanges(before, after);
  if (changes.length === 0) return <p className="findings-empty">没有一个数变了。</p>;
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">数</th>
          <th scope="col">公布的</th>
          <th scope="col">草稿</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.name}>
            <th scope="row">
              {change.name} <span className="case-group">{change.clause}</span>
            </th>
            <td>{change.before ?? "—"}</td>
            <td>{change.after ?? "—"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The published version is compiled once, by the same route. */
function usePublishedPolicy(published: WorkshopDocuments | null): Policy | null {
  const [policy, setPolicy] = useState<Policy | null>(null);
  useEffect(() => {
    if (published === null) return;
    let isWanted = true;
    void checkDocuments(published.documents).then((answer) => {
      if (isWanted && answer.ok) setPolicy(answer.value.policy);
    });
    return () => {
      isWanted = false;
    };
  }, [published]);
  return policy;
}

const NEAR = 2;

/** Changed lines with a little around them; null stands for lines left out. */
function around(lines: readonly Line[]): (Line | null)[] {
  const isNear = (at: number) => lines.slice(Math.max(0, at - NEAR), at + NEAR + 1).some(({ kind }) => kind !== "same");
  return lines.flatMap((line, i) => (isNear(i) ? [line] : i === 0 || isNear(i - 1) ? [null] : []));
}

const MARKS = { same: " ", gone: "−", new: "+" } as const;

function LineOf({ line }: { readonly line: Line | null }) {
  if (line === null) return <p className="change-line">…</p>;
  const text = `${MARKS[line.kind]} ${line.text}`;
  if (line.kind === "gone") return <del className="change-line change-gone">{text}</del>;
  if (line.kind === "new") return <ins className="change-line change-new">{text}</ins>;
  return <p className="change-line">{text}</p>;
}

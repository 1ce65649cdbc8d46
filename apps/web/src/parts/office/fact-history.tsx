/** All that was ever said of one fact in one year, the newest first: the value, who said it, when and from what, and why it counts or doesn't. */
import { useQuery } from "@tanstack/react-query";
import { answered, server } from "../../office-server.ts";
import { Dialog } from "./dialog.tsx";
import { FactValue } from "./fact-value.tsx";
import { Fetched } from "./fetched.tsx";
import type { Got } from "./got.ts";
import { StatementSource } from "./statement-source.tsx";
import type { Declared } from "./use-declared.ts";
import { enterpriseKey } from "./use-enterprise.ts";

type History = Got<"/api/office/enterprises/{uscc}/facts/{fact}/{year}">;
type Remembered = History["statements"][number];

export interface FactHistoryProps {
  readonly uscc: string;
  readonly fact: string;
  readonly of: Declared | undefined;
  readonly year: number;
  /** Names of the accounts that are known here. */
  readonly names: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

export function FactHistory({ uscc, fact, of, year, names, onClose }: FactHistoryProps) {
  const history = useQuery({
    // Below the file's own key: whoever adds to the file makes this anew too.
    queryKey: [...enterpriseKey(uscc), "history", fact, year],
    queryFn: () => {
      const path = { uscc, fact, year: String(year) };
      return answered(server.GET("/api/office/enterprises/{uscc}/facts/{fact}/{year}", { params: { path } }));
    },
  });
  return (
    <Dialog title={`${of?.label ?? fact}（${year} 年度）：历次记载`} onClose={onClose}>
      <Fetched query={history}>
        {({ statements, more }) => (
          <>
            {statements.length === 0 ? (
              <p className="office-empty">还没有记载：单位没有填报，部门没有登记，名单里也没有。</p>
            ) : (
              <ol className="office-history">
                {statements.map((one) => (
                  <li key={one.id} data-counts={one.standing === "counts"}>
                    <p>
                      <strong>
                        <FactValue kind={of?.type} value={one.value} />
                      </strong>{" "}
                      <span className={one.standing === "counts" ? "office-tag strong" : "office-tag"}>
                        {one.standing === "counts" ? "现在采用" : "未采用"}
                      </span>
                    </p>
                    <p>{whyWords(one, statements)}</p>
                    <p className="office-hint">
                      <StatementSource one={one} names={names} exact />
                    </p>
                  </li>
                ))}
              </ol>
            )}
            {more && <p className="office-hint">更早的没有列出。</p>}
          </>
        )}
      </Fetched>
      <div className="office-actions">
        <button type="button" className="button" onClick={onClose}>
          关闭
        </button>
      </div>
    </Dialog>
  );
}

/** Why it counts, or why it doesn't. */
function whyWords(one: Remembered, all: readonly Remembered[]): string {
  switch (one.standing) {
    case "counts":
      return countsWords(one, all);
    case "office-first":
      return "部门的数据在先，单位填报的并列备查。";
    case "later":
      return one.source === "unit" ? "单位后来改填。" : "部门后来另有数据。";
    case "replaced":
      return "名单后来有了新版。";
    case "undone":
      return `这次名单导入已撤销：${one.register?.undoneReason ?? "没有写理由"}`;
  }
}

function countsWords({ source }: Remembered, all: readonly Remembered[]): string {
  const side = source === "unit" ? "单位填报" : "部门数据";
  const earlier = all.some((one) => one.standing === "later" && (one.source === "unit") === (source === "unit"));
  const before = all.some(({ standing }) => standing === "office-first");
  if (before) return earlier ? "部门的数据先于单位填报，其中以最近的一次为准。" : "部门的数据先于单位填报。";
  return earlier ? `${side}以最近的一次为准。` : "现在只有这一条有效。";
}

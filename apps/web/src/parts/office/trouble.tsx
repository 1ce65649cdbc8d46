/** What went wrong, where it matters: the server's sentence and the places it names; focus goes here, so that it is heard as well as seen. */
import { useEffect, useRef } from "react";
import { OfficeTrouble } from "../../office-server.ts";

export interface TroubleNoticeProps {
  readonly error: unknown;
  /** What begins with these paths stands beside its field, and isn't said twice. */
  readonly beside?: readonly string[];
  /** Offers to try again. */
  readonly onRetry?: () => void;
}

export function TroubleNotice({ error, beside = [], onRetry }: TroubleNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new trouble is shown
  useEffect(() => place.current?.focus(), [error]);
  if (error === null || error === undefined) return null;
  const said = error instanceof Error ? error.message : "出错了，请稍后再试。";
  const all = error instanceof OfficeTrouble ? error.problems : [];
  const elsewhere = all.filter(({ path }) => !beside.some((field) => path.startsWith(field)));
  // One fault alone is the sentence itself.
  const problems = all.length === 1 && said.startsWith(all[0]?.problem ?? "") ? [] : elsewhere;
  return (
    <div className="office-trouble" role="alert" tabIndex={-1} ref={place}>
      <p>{said}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ path, problem, expected }) => (
            <li key={`${path} ${problem}`}>
              {isPlace(path) && <code>{path}</code>} {problem}
              {expected !== "" && <span className="office-mend">　{expected}</span>}
            </li>
          ))}
        </ul>
      )}
      {onRetry !== undefined && mayHelp(error) && (
        <button type="button" className="button" onClick={onRetry}>
          再试一次
        </button>
      )}
    </div>
  );
}

/** A cell of a sheet, which one can go to; a field's name in the interface says nothing to who fills in the form, and the sentence names the field. */
const isPlace = (path: string): boolean => path.includes("!") || /[^\x20-\x7e]/.test(path);

/** What isn't there, or isn't one's own, is so the next time too. */
const mayHelp = (error: unknown): boolean =>
  !(error instanceof OfficeTrouble) || error.status === 0 || error.status === 429 || error.status >= 500;

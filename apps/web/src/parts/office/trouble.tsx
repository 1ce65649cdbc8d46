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
  const problems = all.filter(({ path }) => !beside.some((field) => path.startsWith(field)));
  return (
    <div className="office-trouble" role="alert" tabIndex={-1} ref={place}>
      <p>{said}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ path, problem, expected }) => (
            <li key={`${path} ${problem}`}>
              {path !== "" && <code>{path}</code>} {problem}
              {expected !== "" && <span className="office-mend">　{expected}</span>}
            </li>
          ))}
        </ul>
      )}
      {onRetry !== undefined && (
        <button type="button" className="button" onClick={onRetry}>
          再试一次
        </button>
      )}
    </div>
  );
}

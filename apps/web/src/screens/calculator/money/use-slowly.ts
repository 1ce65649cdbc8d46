/** Works off jobs one by one between what else the page has to do; begins anew where they change. */
import { useEffect, useState } from "react";

/** What is done so far, in the jobs' order. `jobs` must stay the same as long as nothing changes. */
export function useSlowly<T>(jobs: readonly (() => T)[]): { readonly done: readonly T[]; readonly isWhole: boolean } {
  const [state, setState] = useState<{ readonly of: typeof jobs; readonly done: readonly T[] }>({ of: jobs, done: [] });
  useEffect(() => {
    const done: T[] = [];
    let timer = 0;
    const next = (): void => {
      const job = jobs[done.length];
      if (job === undefined) return;
      done.push(job());
      setState({ of: jobs, done: [...done] });
      timer = window.setTimeout(next);
    };
    timer = window.setTimeout(next);
    return () => clearTimeout(timer);
  }, [jobs]);
  const done = state.of === jobs ? state.done : [];
  return { done, isWhole: done.length === jobs.length };
}

/** The result is drawn piece by piece, from the total downwards: no piece keeps the page from answering a finger for long. */
import { useEffect, useState } from "react";

/** From which stage on a piece is there; before all of them, the total is. */
export const STAGES = { measures: 1, comparisons: 2 } as const;

const LAST = Math.max(...Object.values(STAGES));

export function useStages(): number {
  const [stage, setStage] = useState(0);
  useEffect(() => {
    if (stage === LAST) return;
    const timer = setTimeout(() => setStage(stage + 1));
    return () => clearTimeout(timer);
  }, [stage]);
  return stage;
}

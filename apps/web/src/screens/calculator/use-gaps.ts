/** Fetches what finds gaps as soon as it is wanted; true once results have them. */
import { useEffect, useState } from "react";
import { fetchGaps, hasGaps } from "../../engine.ts";

export function useGaps(wanted: boolean): boolean {
  const [here, setHere] = useState(hasGaps);
  useEffect(() => {
    if (!wanted || here) return;
    // Without them the amounts stand all the same; the next change asks again.
    fetchGaps().then(
      () => setHere(true),
      (error: unknown) => console.warn(error),
    );
  }, [wanted, here]);
  return here;
}

/** A fact's value in a table: an amount or a day stands in one line, a long text may turn. */
import type { FactKind } from "@zhengdui/policy";
import { factWords } from "./fact-words.ts";

export interface FactValueProps {
  readonly kind: FactKind | undefined;
  readonly value: unknown;
}

const ONE_LINE: ReadonlySet<FactKind["kind"] | undefined> = new Set(["money", "count", "decimal", "date", "month"]);

export function FactValue({ kind, value }: FactValueProps) {
  const words = factWords(kind, value);
  return ONE_LINE.has(kind?.kind) ? <span className="office-figure">{words}</span> : words;
}

/** A value said of a declared fact, read as a dossier's reader reads it and refused in the words of a form; and whether two such values say the same. */
import { fail, nearest, type Outcome, type Problem } from "@zhengdui/basics";
import type { DeclaredFact } from "@zhengdui/casework";
import { type ReadFact, readFact } from "@zhengdui/engine";

export function readStatement(
  declared: ReadonlyMap<string, DeclaredFact>,
  id: string,
  raw: unknown,
  path: string,
): Outcome<ReadFact, Problem> {
  const known = declared.get(id);
  if (known !== undefined) return readFact(known.fact, raw, path);
  const close = nearest(id.slice(0, 100), [...declared.keys()]);
  const label = declared.get(close ?? "")?.fact.label;
  const expected = label === undefined ? "政策申报事实里声明的才可填报；财政贡献另行登记" : `是否应为 ${close}（${label}）`;
  return fail({ path: "fact", problem: `没有“${id}”这一项`, expected });
}

/** A value that the declaration no longer reads differs from every other. */
export function saySame(declared: DeclaredFact, one: unknown, other: unknown): boolean {
  const [a, b] = [readFact(declared.fact, one, ""), readFact(declared.fact, other, "")];
  return a.ok && b.ok ? a.value.same === b.value.same : JSON.stringify(one) === JSON.stringify(other);
}

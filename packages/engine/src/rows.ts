/** The rows of a list, "softwarePurchases" or "consulting.reports" (a list inside a record). */
import type { Prepared, Row } from "./dossier.ts";

export function rowsOf(dossier: Prepared, list: string): readonly Row[] {
  const dot = list.indexOf(".");
  if (dot < 0) return dossier[list] as readonly Row[];
  return (dossier[list.slice(0, dot)] as Record<string, unknown>)[list.slice(dot + 1)] as readonly Row[];
}

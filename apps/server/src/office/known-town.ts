/** A town is one of the county's own: a name that nobody works under would hide what belongs to it from every town. */
import { nearest, type Problem } from "@zhengdui/basics";
import { type Tx, tenant } from "@zhengdui/store";
import { eq } from "drizzle-orm";

/** null: it is one of them, none was named, or the county has named none. */
export async function townFault(tx: Tx, county: string, town: string | null | undefined): Promise<Problem | null> {
  if (town === null || town === undefined) return null;
  const [found] = await tx.select().from(tenant).where(eq(tenant.tenantId, county));
  const towns = found?.territories ?? [];
  if (towns.length === 0 || towns.includes(town)) return null;
  const meant = nearest(town, towns);
  return {
    path: "territory",
    problem: `本县（市）没有“${town}”这个镇（街道）`,
    expected: meant === null ? "请从列出的镇（街道）里选择" : `是否应为“${meant}”`,
  };
}

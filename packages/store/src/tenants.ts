/** The counties that this database serves. */
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { ACT, type Store, settingsOf, type Tx } from "./open-store.ts";
import { APP_ROLE } from "./requests/app-role.ts";
import { tenant } from "./schema/access.ts";

export type Tenant = typeof tenant.$inferSelect;

/** In the order of their codes. */
export const tenantsOf = (store: Store): Promise<Tenant[]> =>
  store.within({ tenant: "", account: null, reach: "system" }, (tx) => tx.select().from(tenant).orderBy(tenant.tenantId));

/**
 * By the owner of the tables alone: the program's own role can't create a county. `fill`: what belongs into it from the beginning, in the same transaction, so
 * that a county is there with its people or not at all. Whether it was made: one that is there is left alone.
 */
export async function createTenant(
  url: string,
  { tenantId, name, hosts, territories, demonstration }: Tenant,
  fill: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  // The query under way, or the next one, tells of it.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin");
    const { rowCount } = await client.query(
      "insert into tenant (tenant_id, name, hosts, territories, demonstration) values ($1, $2, $3, $4, $5) on conflict (tenant_id) do nothing",
      [tenantId, name, hosts, territories, demonstration],
    );
    if (rowCount === 1) {
      await client.query("select set_config('role', $1, true)", [APP_ROLE]);
      await client.query(ACT, settingsOf({ tenant: tenantId, account: null, reach: "system" }));
      await fill(drizzle(client));
    }
    await client.query("commit");
    return rowCount === 1;
  } finally {
    // What wasn't committed goes with the connection.
    await client.end().catch(() => undefined);
  }
}

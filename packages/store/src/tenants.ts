/** The counties that this database serves. */
import pg from "pg";
import type { Store } from "./open-store.ts";
import { tenant } from "./schema/access.ts";

export type Tenant = typeof tenant.$inferSelect;

/** In the order of their codes. */
export const tenantsOf = (store: Store): Promise<Tenant[]> =>
  store.within({ tenant: "", account: null, reach: "system" }, (tx) => tx.select().from(tenant).orderBy(tenant.tenantId));

/** By the owner of the tables alone: the program's own role can't create a county. */
export async function createTenant(url: string, { tenantId, name, hosts, territories, demonstration }: Tenant): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "insert into tenant (tenant_id, name, hosts, territories, demonstration) values ($1, $2, $3, $4, $5) on conflict (tenant_id) do nothing",
      [tenantId, name, hosts, territories, demonstration],
    );
  } finally {
    await client.end();
  }
}

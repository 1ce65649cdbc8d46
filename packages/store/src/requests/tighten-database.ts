/** What PostgreSQL allows to everybody in a database and requests have no use for: tables of their own, with which a statement could hide the real ones. */
import type pg from "pg";
import { APP_ROLE } from "./app-role.ts";

/** By whom the database belongs to; of anybody else PostgreSQL changes nothing and only warns. */
export async function tightenDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ database: string; temporary: boolean; creates: boolean }>(
    `select quote_ident(current_database()) as database, has_database_privilege($1, current_database(), 'temporary') as temporary,
       has_schema_privilege($1, 'public', 'create') as creates`,
    [APP_ROLE],
  );
  const [now] = rows;
  if (now?.temporary) await client.query(`revoke temporary on database ${now.database} from public`);
  if (now?.creates) await client.query("revoke create on schema public from public");
}

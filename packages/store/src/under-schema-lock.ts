/** A connection of the tables' owner, alone with the schema and with who signs in: servers that start at once wait for each other here. It ends with the work. */
import { fail, type Outcome, type Problem } from "@zhengdui/basics";
import pg from "pg";
import { databaseProblem } from "./database-problem.ts";

/** "zhengdui" as eight bytes: no other program takes this lock. */
const LOCK = "8820706283427357289";
const CONNECT_WITHIN_MS = 5_000;

/** By which variable an operator names the owner's address: with one for requests it has its own. */
export const ownerVariable = (requests: string | undefined): string =>
  requests === undefined ? "DATABASE_URL" : "DATABASE_OWNER_URL";

/** `address`: by which variable an operator names `url`. What PostgreSQL refuses comes back as a problem. */
export async function underSchemaLock<T>(
  url: string,
  address: string,
  work: (client: pg.Client) => Promise<Outcome<T, Problem>>,
): Promise<Outcome<T, Problem>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  // The query under way, or the next one, tells of it.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    return await work(client);
  } catch (error) {
    return fail(databaseProblem(error, address));
  } finally {
    // The lock goes with the connection.
    await client.end().catch(() => undefined);
  }
}

/**
 * A server in small, to be killed: starts the database (or attaches) and writes with eight clients until it dies. Each write is one transaction of two rows;
 * its number is printed once PostgreSQL has acknowledged it. Two rows of a number are either both there or neither.
 */
import pg from "pg";
import { keepPostgres } from "../../packages/store/src/index.ts";

const [folder = "", packageFolder = "", first = "0"] = process.argv.slice(2);
const CLIENTS = 8;
let next = Number(first);

const kept = await keepPostgres({ folder, places: { packageFolder } });
if (!kept.ok) {
  process.stdout.write(`failed ${JSON.stringify(kept.errors)}\n`);
  process.exit(1);
}
const pool = new pg.Pool({ connectionString: kept.value.now().url, max: CLIENTS, connectionTimeoutMillis: 1_000 });
pool.on("error", () => undefined);
// Of a connection that is in use when PostgreSQL dies.
pool.on("connect", (client) => client.on("error", () => undefined));

async function write(at: number): Promise<void> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query("begin");
    await client.query("insert into payment (at, amount) values ($1, $2)", [at, at * 7]);
    await client.query("insert into entry (payment, amount) values ($1, $2)", [at, at * 7]);
    await client.query("commit");
    broken = false;
    process.stdout.write(`${at}\n`);
  } finally {
    client.release(broken);
  }
}

const writeOn = async (): Promise<never> => {
  for (;;) {
    try {
      await write(next++);
    } catch {
      // The database was killed under us: it comes back, and this number was never acknowledged.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
};
process.stdout.write(`running ${kept.value.now().pid}\n`);
await Promise.all(Array.from({ length: CLIENTS }, writeOn));

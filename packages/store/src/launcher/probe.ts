/** Asks a postmaster whether it answers to this folder's password, which no other has, and who started it. */
import pg from "pg";

export type Answer =
  | { readonly kind: "answered"; readonly owner: string | null }
  | { readonly kind: "not yet" }
  | { readonly kind: "refused"; readonly said: string };

/** Starting up or shutting down, or just gone. */
const passing = new Set(["57P03", "57P01", "ECONNREFUSED", "ECONNRESET", "EPIPE"]);

export async function probe(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ owner: string | null }>("select current_setting('zhengdui.owner', true) as owner");
    return { kind: "answered", owner: rows[0]?.owner || null };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // A connection that is cut while it is made has no code.
    const isPassing = passing.has(code) || (code === "" && /terminated|timeout|closed/i.test(said));
    return isPassing ? { kind: "not yet" } : { kind: "refused", said };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The description of the office's interface, from a server that has no database behind it: describing asks for none. */
import { buildApp } from "../../apps/server/src/build-app.ts";
import type { OfficeParts } from "../../apps/server/src/office/office-parts.ts";
import { createProgressBoard } from "../../apps/server/src/sheet/import-progress.ts";

/** What routes are handed, with nothing behind them but what stands for the database. */
export const partsOver = (store: OfficeParts["store"]): OfficeParts => ({
  store,
  now: () => new Date(0),
  tenant: "350582",
  hosts: new Map(),
  files: "",
  sealingKey: Buffer.alloc(32),
  callsInside: false,
  mails: false,
  progress: createProgressBoard(),
  registers: new Map(),
  policies: [],
});

export async function describeOffice(): Promise<string> {
  const away = () => Promise.reject(new Error("there is no database in a description"));
  const parts = partsOver({ within: away, close: async () => undefined });
  const built = await buildApp({ shelf: { policies: [], examples: [] }, web: "/nowhere", office: parts });
  if (!built.ok) throw new Error(JSON.stringify(built.errors));
  const answer = await built.value.inject({ method: "GET", url: "/api/office/openapi.json" });
  await built.value.close();
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.body;
}

/** Another system that is called: it counts what it is told, by the parcel's number. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface CallCounter {
  readonly url: string;
  /** Bodies by the parcel's number: one that was told twice must say the same. */
  readonly told: ReadonlyMap<string, string>;
  readonly contradictions: readonly string[];
  readonly close: () => Promise<void>;
}

export async function countCalls(): Promise<CallCounter> {
  const told = new Map<string, string>();
  const contradictions: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      const id = String(request.headers["webhook-id"]);
      if ((told.get(id) ?? body) !== body) contradictions.push(id);
      told.set(id, body);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    told,
    contradictions,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The database's port on loopback: the one of the last time where it is free, so that its address stays. */
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const fileIn = (cluster: string): string => join(cluster, "zhengdui.port");

/** Below the ports that systems give to outgoing connections, which would take ours now and then. */
const [lowestPort, portCount] = [20_011, 10_007];

export async function choosePort(cluster: string, random: () => number): Promise<number> {
  const last = keptPort(cluster);
  if (last !== null && (await isFree(last))) return last;
  for (let tries = 0; tries < 50; tries++) {
    const port = lowestPort + Math.floor(random() * portCount);
    if (await isFree(port)) return port;
  }
  return freePort();
}

function keptPort(cluster: string): number | null {
  try {
    const port = Number(readFileSync(fileIn(cluster), "utf8"));
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : null;
  } catch {
    return null;
  }
}

export const keepPort = (cluster: string, port: number): void => writeFileSync(fileIn(cluster), String(port), { mode: 0o600 });

const isFree = (port: number): Promise<boolean> => listenOnce(port).then((found) => found === port);

const freePort = async (): Promise<number> => (await listenOnce(0)) ?? lowestPort;

const listenOnce = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.on("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : null));
    });
  });

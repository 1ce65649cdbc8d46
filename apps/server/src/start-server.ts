/** Starts the server and stops it in good order; whatever keeps it from listening comes back as a problem with its mend. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { FastifyInstance } from "fastify";
import { buildApp } from "./build-app.ts";
import { findProduct } from "./find-product.ts";
import type { StartedOffice } from "./office/open-when-there.ts";
import { isLoopback } from "./only-here.ts";
import { loadShelf } from "./policy-shelf.ts";

export interface ServerOptions {
  /** 0 to 65535, a number or its text; 0: any free port. */
  readonly port: number | string;
  readonly host: string;
  /** Folders, found beside the program where not given. */
  readonly policies?: string;
  readonly web?: string;
  /** The folder of the workshop's drafts; without it there is no workshop. Only on a loopback address. */
  readonly workshop?: string;
  /** The program that studies a draft, found beside the product where not given. */
  readonly study?: string;
  /** Proxies that are believed: see `AppParts`. */
  readonly proxies?: string;
  /** The office, open or about to be; it is closed with the server. Without it the public pages are served alone. */
  readonly office?: StartedOffice;
  /** false: the caller stops the server itself. */
  readonly stopOnSignals?: boolean;
  readonly say?: (line: string) => void;
}

export interface RunningServer {
  /** "http://localhost:8350" */
  readonly url: string;
  /** Answers what was begun, then stops. */
  readonly stop: () => Promise<void>;
}

/** Prints `政兑 http://localhost:8350` once it listens. */
export async function startServer(options: ServerOptions): Promise<Outcome<RunningServer, Problem>> {
  const port = readPort(options.port);
  if (port === null) return fail(badPort(options.port));
  const product = findProduct();
  const policies = options.policies ?? product.policies;
  if (options.workshop !== undefined && !isLoopback(options.host)) return fail(exposed(options.host));
  const shelf = await loadShelf(policies);
  if (!shelf.ok) return shelf;
  const workshop =
    options.workshop === undefined
      ? {}
      : { workshop: { folder: options.workshop, policies, template: product.template, study: options.study ?? product.study } };
  const built = await buildApp({ shelf: shelf.value, web: options.web ?? product.web, ...workshop, ...apartFrom(options) });
  if (!built.ok) return built;
  const app = built.value;
  const listening = await listen(app, port, options.host);
  if (!listening.ok) return listening;
  const running = { url: addressOf(app, options.host), stop: () => app.close().then(() => options.office?.close()) };
  if (options.stopOnSignals !== false) stopOnSignals(running);
  (options.say ?? console.log)(`政兑 ${running.url}`);
  return ok(running);
}

const apartFrom = ({ office, proxies }: ServerOptions) => ({
  ...(office === undefined ? {} : { office: office.parts }),
  ...(proxies === undefined ? {} : { proxies }),
});

const exposed = (host: string): Problem => ({
  path: "HOST",
  problem: `工坊只供本机使用，不能开在 ${host}。`,
  expected: "HOST=127.0.0.1，或不开工坊",
});

const badPort = (port: number | string): Problem => ({
  path: "PORT",
  problem: `端口“${port}”不是 0 至 65535 的整数`,
  expected: "例如：PORT=8350 npm start",
});

/** What is wrong with a port, before anything is opened for it; null: nothing. */
export const portProblem = (port: number | string): Problem | null => (readPort(port) === null ? badPort(port) : null);

function readPort(port: number | string): number | null {
  const number = typeof port === "number" ? port : /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN;
  return Number.isInteger(number) && number >= 0 && number <= 65535 ? number : null;
}

async function listen(app: FastifyInstance, port: number, host: string): Promise<Outcome<string, Problem>> {
  try {
    return ok(await app.listen({ port, host }));
  } catch (error) {
    await app.close();
    return fail(explain(error, port, host));
  }
}

function explain(error: unknown, port: number, host: string): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE")
    return {
      path: "PORT",
      problem: `端口 ${port} 已被占用`,
      expected: `请先停下占用它的程序，或换一个端口：PORT=${port + 1 > 65535 ? 8350 : port + 1} npm start`,
    };
  if (code === "EACCES")
    return { path: "PORT", problem: `没有使用端口 ${port} 的权限`, expected: "请用 1024 以上的端口：PORT=8350 npm start" };
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return { path: "HOST", problem: `本机没有地址“${host}”`, expected: "本机使用：HOST=127.0.0.1；对外服务：HOST=0.0.0.0" };
  return { path: "", problem: `无法在 ${host}:${port} 启动（${code || "原因不明"}）`, expected: "请检查 PORT 与 HOST。" };
}

function addressOf(app: FastifyInstance, host: string): string {
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const name = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].includes(host) ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

function stopOnSignals(running: RunningServer): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    // A client that never finishes must not keep the server from stopping.
    setTimeout(() => process.exit(1), 5_000).unref();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

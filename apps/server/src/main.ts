/**
 * The server as a program. From the environment: `PORT`, `HOST`, `ZHENGDUI_WORKSHOP` (the folder of drafts: opens the workshop), `DATABASE_URL` (else the database
 * that comes with the program; beside `DATABASE_OWNER_URL` it is for requests alone), `ZHENGDUI_DATA` (where that database and files are kept), `ZHENGDUI_TENANT`.
 * One line when it listens, a line with the mend and exit 2 when it can't. Without a database the public pages are served alone. `ZHENGDUI_PROXY`: proxies that
 * are believed; `SMTP_URL`, `MAIL_FROM`, `ZHENGDUI_ADDRESS`: by which server, from whom and with which link mails go out; `ZHENGDUI_CALLS_INSIDE=yes`: webhooks
 * may call this network.
 */
import type { Problem } from "@zhengdui/basics";
import { findProduct } from "./find-product.ts";
import { sayClosed } from "./office/open-when-there.ts";
import { startOffice } from "./office/start-office.ts";
import { portProblem, startServer } from "./start-server.ts";

const env = (name: string): string | undefined => (process.env[name] === "" ? undefined : process.env[name]);
const say = (line: string): void => console.error(line);

const port = process.env.PORT ?? "8350";
/** Node's own: an unsettled top-level await. */
const UNSETTLED_STATUS = 13;

async function run(): Promise<boolean> {
  const wrong = portProblem(port);
  if (wrong !== null) return refuse([wrong]);
  const product = findProduct();
  const owner = env("DATABASE_OWNER_URL");
  const office = await startOffice({
    url: owner ?? env("DATABASE_URL"),
    requests: owner === undefined ? undefined : env("DATABASE_URL"),
    tenant: env("ZHENGDUI_TENANT"),
    data: env("ZHENGDUI_DATA") ?? product.data,
    migrations: product.migrations,
    demonstration: product.demonstration,
    mail: { url: env("SMTP_URL"), from: env("MAIL_FROM") },
    address: env("ZHENGDUI_ADDRESS") ?? `http://localhost:${port}`,
    callsInside: env("ZHENGDUI_CALLS_INSIDE") === "yes",
    say,
  });
  if (!office.ok) sayClosed(office.errors, say);
  const [workshop, proxies] = [env("ZHENGDUI_WORKSHOP"), env("ZHENGDUI_PROXY")];
  const started = await startServer({
    port,
    host: process.env.HOST ?? "127.0.0.1",
    ...(workshop === undefined ? {} : { workshop }),
    ...(proxies === undefined ? {} : { proxies }),
    ...(office.ok ? { office: office.value } : {}),
  });
  if (started.ok) return true;
  if (office.ok) await office.value.close();
  return refuse(started.errors);
}

function refuse(problems: readonly Problem[]): false {
  for (const { path, problem, expected } of problems) say(`${path}: ${problem}; ${expected}`);
  return false;
}

// Node ends without a word where nothing is left that could settle what is awaited.
process.once("exit", (code) => {
  if (code === UNSETTLED_STATUS) say("服务在就绪之前停了下来，没有说明原因；请重新启动，并把以上输出交给维护人员。");
});

if (!(await run())) process.exitCode = 2;

/**
 * The server as a program: `PORT`, `HOST` and `ZHENGDUI_WORKSHOP` (the folder of drafts: opens the workshop) from the environment, one line when
 * it listens, a line with the mend and exit 2 when it can't.
 */
import { startServer } from "./start-server.ts";

const workshop = process.env.ZHENGDUI_WORKSHOP;
const started = await startServer({
  port: process.env.PORT ?? "8350",
  host: process.env.HOST ?? "127.0.0.1",
  ...(workshop === undefined || workshop === "" ? {} : { workshop }),
});
if (!started.ok) {
  for (const { path, problem, expected } of started.errors) console.error(`${path}: ${problem}; ${expected}`);
  process.exitCode = 2;
}

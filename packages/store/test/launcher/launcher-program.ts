/** A process of its own that has the database running: prints one line of JSON, stops it when its input ends, and dies as it is killed. */
import { startPostgres } from "../../src/index.ts";

const [folder = "", packageFolder, cacheFolder] = process.argv.slice(2);
const said: string[] = [];
const started = await startPostgres({
  folder,
  say: (line) => said.push(line),
  places: { ...(packageFolder ? { packageFolder } : {}), ...(cacheFolder ? { cacheFolder } : {}) },
});
const answer = started.ok
  ? { ok: true, url: started.value.url, attached: started.value.attached, pid: started.value.pid }
  : { ok: false, errors: started.errors };
process.stdout.write(`${JSON.stringify({ ...answer, said })}\n`);
if (started.ok) {
  const stop = async () => {
    await started.value.stop();
    process.exit(0);
  };
  process.stdin.on("end", stop).resume();
}

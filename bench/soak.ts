/** The long run: a million dossiers through `zhengdui assess --ndjson`, memory watched, every 200th result compared with the hand-written computation. */
import { hasCommand, streamThrough } from "./command.ts";

const COUNT = Number(process.env.SOAK_DOSSIERS ?? 1_000_000);
const MAX_MEGABYTES = 300;

if (hasCommand()) {
  const report = await streamThrough(COUNT, 23);
  const { results, seconds, peakMegabytes, compared, wrong } = report;
  console.log(
    `${results.toLocaleString("en-US")} dossiers in ${seconds.toFixed(1)} s (${Math.round(results / seconds).toLocaleString("en-US")}/s), ` +
      `peak ${Math.round(peakMegabytes)} MB, ${compared.toLocaleString("en-US")} compared`,
  );
  for (const complaint of wrong) console.log(complaint);
  const good = results === COUNT && wrong.length === 0 && peakMegabytes < MAX_MEGABYTES;
  console.log(good ? "ok" : "falls short");
  process.exitCode = good ? 0 : 1;
} else {
  console.log("apps/cli/dist/zhengdui.js isn't built: npm run build");
  process.exitCode = 1;
}

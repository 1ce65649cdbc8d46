/** Supplies facts of enterprises, each with a file for evidence, by a program with a key. */
import type { Caller } from "../caller.ts";
import { missingOf, type Note, upload, type Writer } from "../deeds.ts";

const FIRST_YEAR = 2012;
const YEARS_SIZE = 14;

/** `reader`: who may look at what was supplied. */
export function factWriter(program: Caller, reader: Caller, units: readonly string[], note: Note): Writer {
  let made = 0;
  return {
    name: "facts",
    write: async () => {
      made++;
      const uscc = units[made % units.length] ?? "";
      const year = FIRST_YEAR + (Math.floor(made / units.length) % YEARS_SIZE);
      const evidence = await upload(program, uscc, note);
      const body = { fact: "aboveScale", year, value: made % 2 === 0, basis: "示例名录", evidence };
      const { id } = await program.call<{ id: string }>("POST", `/enterprises/${uscc}/facts`, body);
      note("fact", id, { uscc, year: String(year), evidence });
    },
    missing: (deeds) =>
      missingOf(deeds, async ({ id, detail }) => {
        const path = `/enterprises/${detail.uscc}/facts/aboveScale/${detail.year}`;
        const { statements } = await reader.call<{ statements: { id: string; evidenceFile: string }[] }>("GET", path);
        return statements.filter((one) => one.id === id && one.evidenceFile === detail.evidence).length === 1;
      }),
  };
}

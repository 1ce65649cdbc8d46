/** Puts enterprises on file and renames them, with a file for evidence: enterprise, its former name, the event, the file, the record. */
import type { Caller } from "../caller.ts";
import { codes, missingOf, type Note, upload, type Writer } from "../deeds.ts";

interface EnterpriseFile {
  readonly name: string;
  readonly names: readonly { readonly name: string }[];
  readonly events: readonly { readonly kind: string; readonly after: string | null }[];
}

export function enterpriseWriter(officer: Caller, note: Note): Writer {
  const nextCode = codes("MC");
  let made = 0;
  const read = (uscc: string) => officer.call<EnterpriseFile>("GET", `/enterprises/${uscc}`);
  return {
    name: "enterprises",
    write: async () => {
      const [uscc, name] = [nextCode(), `示例新建${++made}有限公司`];
      await officer.call("POST", "/enterprises", { uscc, name, territory: "陈埭镇" });
      note("enterprise", uscc, { name });
      const evidence = await upload(officer, uscc, note);
      const after = `示例更名${made}有限公司`;
      const event = { kind: "renamed", on: "2024-03-01", reason: "登记机关核准变更", evidence, name: after };
      await officer.call("POST", `/enterprises/${uscc}/events`, event);
      note("renaming", uscc, { after });
    },
    missing: (deeds) =>
      missingOf(deeds, async ({ kind, id, detail }) => {
        const { name, names, events } = await read(id);
        if (kind === "enterprise") return names.some((one) => one.name === detail.name);
        return (
          name === detail.after && events.filter(({ kind, after }) => kind === "renamed" && after === detail.after).length === 1
        );
      }),
  };
}

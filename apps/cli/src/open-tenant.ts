/** `zhengdui db tenant`: opens a county's office and shows its first three passwords, once. */
import path from "node:path";
import { parseArgs } from "node:util";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { ROLES } from "@zhengdui/casework";
import { dataFolder, migrate, openCounty, PASSWORD_COST } from "@zhengdui/store";
import { type Io, reportProblems } from "./command.ts";
import { productFolder } from "./product-folder.ts";

export type OpenDatabase = (
  named: string | undefined,
  folder: string,
  say: (line: string) => void,
) => Promise<Outcome<{ readonly url: string; readonly adminUrl: string; readonly close: () => Promise<void> }, Problem>>;

interface Asked {
  readonly tenantId: string;
  readonly name: string;
  readonly territories: string[];
  readonly hosts: string[];
  readonly url: string | undefined;
  readonly json: boolean;
}

const EXAMPLE = "zhengdui db tenant 350582 晋江市 --towns 陈埭镇,安海镇";

function read(args: readonly string[]): Outcome<Asked, Problem> {
  const text = { type: "string" } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { towns: text, hosts: text, url: text, json: { type: "boolean" } },
    });
    const [tenantId, name, more] = positionals;
    if (tenantId === undefined || !/^\d{6}$/.test(tenantId))
      return fail({ path: tenantId ?? "tenant", problem: "代码应是六位的行政区划代码", expected: EXAMPLE });
    if (name === undefined || more !== undefined)
      return fail({ path: more ?? "tenant", problem: more ? "多出一个词" : "没有写名称", expected: EXAMPLE });
    const list = (words = "") =>
      words
        .split(/[,，、]/)
        .map((word) => word.trim())
        .filter((word) => word !== "");
    const { towns, hosts, url, json = false } = values;
    return ok({ tenantId, name, territories: list(towns), hosts: list(hosts), url, json });
  } catch (error) {
    return fail({ path: "tenant", problem: error instanceof Error ? error.message : String(error), expected: EXAMPLE });
  }
}

export async function openTenant(args: readonly string[], io: Io, openDatabase: OpenDatabase): Promise<number> {
  const asked = read(args);
  if (!asked.ok) return reportProblems(asked.errors, args.includes("--json"), io);
  const { json, url: named, ...county } = asked.value;
  const product = productFolder();
  const { postgres } = dataFolder(product, process.env);
  const database = await openDatabase(named, postgres, (line) => io.stderr.write(`${line}\n`));
  if (!database.ok) return reportProblems(database.errors, json, io);
  const { url, close } = database.value;
  try {
    const migrated = await migrate(url, path.join(product, "packages", "store", "migrations"));
    const made = migrated.ok ? await openCounty(url, county, PASSWORD_COST, new Date()) : migrated;
    if (!made.ok) return reportProblems(made.errors, json, io);
    const lines = made.value.map(({ login, role, password }) => `  ${login}　${ROLES[role].label}　${password}`);
    const words = [`已开立 ${county.name}（${county.tenantId}）。三名管理员的一次性口令，七天内各自登录并改掉：`, ...lines];
    io.stdout.write(json ? `${JSON.stringify(made.value)}\n` : `${words.join("\n")}\n`);
    return 0;
  } finally {
    await close();
  }
}

/** Reads the definitions of registers from the folder `registers/`, each checked: what an editor got wrong comes back with file, place and mend. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { faultsOfKind, LEDGER_COLUMNS, type RegisterKind } from "@zhengdui/casework";
import { z } from "zod";

export type RegisterKinds = ReadonlyMap<string, RegisterKind>;

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "小写字母、数字和连字符");
const words = z.string().min(1);
const where = z.record(id, words).optional();

const column = z.strictObject({
  id,
  label: words,
  also: z.array(words).default([]),
  type: z.enum(["text", "credit-code", "name", "year", "day", "money", "decimal", "choice"]),
  required: z.boolean(),
  options: z.array(z.strictObject({ id: words, label: words })).default([]),
  note: words.optional(),
});

const supply = z.discriminatedUnion("from", [
  z.strictObject({ fact: words, from: z.literal("listed"), complete: z.boolean() }),
  z.strictObject({ fact: words, from: z.literal("column"), column: id }),
  z.strictObject({ fact: words, from: z.literal("sum"), column: id, where }),
  z.strictObject({ fact: words, from: z.literal("rows"), columns: z.record(words, id), where }),
]);

const kind = z.strictObject({
  id,
  title: words,
  family: z.enum(["register", "contribution", "ledger"]),
  supplier: words,
  privacy: z.enum(["公开", "内部", "商密", "财税"]),
  basis: words,
  period: z.enum(["year", "day"]),
  columns: z.array(column).min(1),
  key: z.array(id),
  unknownEnterprise: z.enum(["add", "refuse", "accept"]),
  inOrder: z.array(z.tuple([id, id])).default([]),
  filledWhere: z.array(z.strictObject({ column: id, where: z.record(id, words) })).default([]),
  ends: id.nullable().default(null),
  supplies: z.array(supply).default([]),
});

export function loadRegisterKinds(folder: string): Outcome<RegisterKinds, Problem> {
  const kinds = new Map<string, RegisterKind>();
  const problems: Problem[] = [];
  for (const file of filesIn(folder)) {
    const read = readKind(join(folder, file));
    if (!read.ok) problems.push(...read.errors);
    else if (`${read.value.id}.json` !== file)
      problems.push({
        path: join(folder, file),
        problem: `标识 ${read.value.id} 与文件名不同`,
        expected: "文件名写作 标识.json",
      });
    else kinds.set(read.value.id, read.value);
  }
  return problems.length > 0 ? fail(...problems) : ok(kinds);
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort();
  } catch {
    return [];
  }
}

function readKind(path: string): Outcome<RegisterKind, Problem> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    return fail({
      path,
      problem: `不是 JSON（${error instanceof Error ? error.message : error}）`,
      expected: "见 registers/README.md",
    });
  }
  const read = kind.safeParse(json);
  if (!read.success)
    return fail(
      ...read.error.issues.map((issue) => ({
        path: `${path}: ${issue.path.join(".")}`,
        problem: issue.message,
        expected: "见 registers/README.md",
      })),
    );
  // Optional keys that aren't there are the same as undefined ones to whoever reads them.
  const value = read.data as RegisterKind;
  const faults = [...faultsOfKind(value), ...faultsOfLedger(value)];
  return faults.length > 0
    ? fail(...faults.map((problem) => ({ path, problem, expected: "见 registers/README.md" })))
    : ok(value);
}

const faultsOfLedger = ({ family, columns }: RegisterKind): string[] =>
  family === "ledger"
    ? LEDGER_COLUMNS.filter((one) => !columns.some((column) => column.id === one)).map((one) => `台账缺少“${one}”这一列`)
    : [];

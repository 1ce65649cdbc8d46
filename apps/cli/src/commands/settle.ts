/** `zhengdui settle`: a whole round at once, from JSON, YAML or a workbook; the answer as a page, JSON or the 测算表 in 万元. */
import { open, stat, writeFile } from "node:fs/promises";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import {
  accountOfRound,
  type CertifyingEngine,
  certify,
  engineVersion,
  type SettledRound,
  settleRound as settleDossiers,
} from "@zhengdui/engine";
import { certificateText, sha256 } from "../certificate-text.ts";
import { type Command, type Io, reportProblems } from "../command.ts";
import { decodeUtf8 } from "../input/decode-utf8.ts";
import { parseJson } from "../input/parse-json.ts";
import { parseYaml } from "../input/parse-yaml.ts";
import { cellOf, readRoundSheets } from "../xlsx/read-round.ts";
import { settlementPage } from "../xlsx/settlement-page.ts";
import { settlementSheets } from "../xlsx/settlement-sheets.ts";
import { templateSheets } from "../xlsx/template-sheets.ts";
import { isWorkbook, readWorkbook, writeWorkbook } from "../xlsx/workbook-file.ts";
import { layOutWorkbook } from "../xlsx/workbook-layout.ts";

const HELP = `zhengdui settle — settle a whole round: selection, everybody's amounts, totals
整批测算：先做遴选，再逐家测算，最后合计。

用法
  zhengdui settle FILE [--json] [--xlsx OUT.xlsx]   FILE：JSON、YAML，或者按模板填写的 .xlsx
  --certificate FILE   另写一份证书：每家的选择、合计最大的证明、每笔支出的用途；
                       用 node tools/check-certificate.mjs FILE [批次文件] [policy.json] 独立核对
  "zhengdui settle FILE [--json] [--xlsx OUT.xlsx] [--certificate FILE] [--account FILE]，或者 zhengdui settle --template OUT.xlsx [--force]；可加 --policy ID";

function parseArgs(args: readonly string[]): Outcome<Options, Problem> {
  const none = null as string | null;
  const files = { file: none, xlsx: none, certificate: none, account: none, template: none, policy: none };
  const options = { ...files, json: false, force: false };
  --policy ID   按哪项政策（工作簿和模板；JSON、YAML 写在 policy 里也可以）；不写的按第一项
  zhengdui settle --help

FILE 的内容
  { "policy"?, "settings"?, "year", "dossiers": [ … ] }   每份档案与 zhengdui assess 的相同；
  档案里的 policy、year 可以不写，写了须与批次相同；自己写了 settings 的按自己的。一个申报单位只有一份档案。

输出
  --json    {"results","selection","totals","marks"}，results 依档案的次序，金额单位元
  --xlsx    测算表：汇总、明细、遴选三张表，单位万元
  都不写    一页文字

遴选  每个产业每年度按评分从高到低，名额以内的入选；同分跨过最后一个名额的，议定之前均不入选；
      已决定入选（selected: true）的占用名额；已决定不入选的不参加；没有评分的不参加排名；
      即使入选也得不到资金的（不属本年度、不符合本条其他条件）不参加，不占名额。

退出状态：0 正常；2 输入有误，标准输出为空，每个问题一行写到标准错误（--json：数组）。
工作簿里的问题按表和单元格列出，如“软件采购!C7”。
`;

interface Options {
  readonly file: string | null;
  readonly json: boolean;
  readonly xlsx: string | null;
  readonly certificate: string | null;
  readonly account: string | null;
  readonly template: string | null;
  readonly force: boolean;
  readonly policy: string | null;
}

const USAGE =
  "zhengdui settle FILE [--json] [--xlsx OUT.xlsx] [--certificate FILE] [--account FILE]，或者 zhengdui settle --template OUT.xlsx [--force]；可加 --policy ID";

const TAKES_A_WORD = /^--(?:xlsx|certificate|account|template|policy)$/;

function parseArgs(args: readonly string[]): Outcome<Options, Problem> {
  const none = null as string | null;
  const files = { file: none, xlsx: none, certificate: none, account: none, template: none, policy: none };
  const options = { ...files, json: false, force: false };
  const problems: Problem[] = [];
  const complain = (path: string, problem: string) => problems.push({ path, problem, expected: USAGE });
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--json") options.json = true;
    else if (word === "--force") options.force = true;
    else if (TAKES_A_WORD.test(word)) {
      const given = rest.shift();
      if (given === undefined || given.startsWith("--")) complain(word, word === "--policy" ? "没有写出政策" : "没有写出文件名");
      else options[word.slice(2) as "xlsx" | "certificate" | "account" | "template" | "policy"] = given;
    } else if (word.startsWith("-") && word !== "-") complain(word, "没有这个选项");
    else if (options.file !== null) complain(word, "只能有一个文件");
    else options.file = word;
  }
  if (options.file === null && options.template === null && problems.length === 0) complain("", "没有写明文件");
  if (
    options.template !== null &&
    (options.file !== null || options.json || options.xlsx !== null || options.certificate !== null || options.account !== null)
  )
    complain("--template", "不能与文件或其他选项同用");
  if (options.force && options.template === null) complain("--force", "只与 --template 同用");
  return problems.length > 0 ? fail(...problems) : ok(options);
}

/** The engine of the policy that a round names, or that the command line names. */
type LoadEngine = (round: unknown, named: string | null) => Promise<Outcome<CertifyingEngine, Problem>>;

/** One policy's engine knows but its own name: what it says of a round's `policy` is said anew, with the names of all. */
type NamePolicies = (round: unknown, errors: readonly Problem[]) => Promise<readonly Problem[]>;

interface Shelf {
  readonly load: LoadEngine;
  readonly namePolicies: NamePolicies;
}

async function run(shelf: Shelf, args: readonly string[], io: Io): Promise<number> {
  if (args.includes("--help")) {
    io.stdout.write(HELP);
    return 0;
  }
  const options = parseArgs(args);
  const json = args.includes("--json");
  if (!options.ok) return reportProblems(options.errors, json, io);
  const outcome =
    options.value.template === null
      ? await settleFile(shelf, options.value, io)
      : await writeTemplate(shelf.load, options.value.template, options.value);
  if (!outcome.ok) return reportProblems(outcome.errors, json, io);
  io.stdout.write(outcome.value);
  return 0;
}

/** What goes to the standard output. */
type Said = Outcome<string, Problem>;

/** A template that somebody has begun to fill in isn't lost to a second command. */
async function writeTemplate(load: LoadEngine, out: string, { policy, force }: Options): Promise<Said> {
  const engine = await load(undefined, policy);
  if (!engine.ok) return engine;
  if (!force && (await stat(out).catch(() => null)) !== null)
    return fail({ path: out, problem: "已经有这个文件，没有写", expected: "另一个文件名；要盖掉它，加写 --force" });
  return writeSheets(out, templateSheets(engine.value.policy));
}

async function writeSheets(out: string, sheets: Parameters<typeof writeWorkbook>[0]): Promise<Said> {
  return writeOut(out, await writeWorkbook(sheets));
}

async function writeOut(out: string, content: string | Uint8Array): Promise<Said> {
  try {
    await writeFile(out, content);
    return ok("");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return fail({ path: out, problem: `不能写入（${code}）`, expected: "可以写入的文件名" });
  }
}

/** By any road: a link, another spelling. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((file) => stat(file).catch(() => null)));
  return a?.isFile() === true && a.ino === b?.ino && a.dev === b.dev;
}

async function settleFile(shelf: Shelf, options: Options, io: Io): Promise<Said> {
  const bytes = await readBytes(options.file ?? "", io);
  if (!bytes.ok) return bytes;
  const settled = isWorkbook(bytes.value)
    ? await settleWorkbook(shelf, options.policy, bytes.value)
    : await settleText(shelf, options.policy, bytes.value, options.file ?? "");
  if (!settled.ok) return settled;
  const { engine, year, settlement } = settled.value;
  for (const option of ["certificate", "account", "xlsx"] as const) {
    const out = options[option];
    if (out !== null && (await isSameFile(options.file ?? "", out)))
      return fail({ path: out, problem: "会盖掉输入的文件", expected: `--${option} 写另一个文件名` });
  }
  const source = { sha256: sha256(bytes.value), digest: sha256, engineVersion };
  const sealed = {
    certificate: () => certify(engine, settled.value, source),
    account: () => accountOfRound(engine, settled.value, source),
  };
  for (const option of ["certificate", "account"] as const) {
    const out = options[option];
    if (out === null) continue;
    const written = await writeOut(out, certificateText(sealed[option]()));
    if (!written.ok) return written;
  }
  if (options.xlsx !== null) {
    const written = await writeSheets(options.xlsx, settlementSheets(engine.policy, year, settlement));
    if (!written.ok) return written;
  }
  if (options.json) return ok(`${JSON.stringify(settlement)}\n`);
  return ok(options.xlsx === null ? settlementPage(engine.policy, year, settlement) : "");
}

interface Settled extends SettledRound {
  readonly engine: CertifyingEngine;
}

/** A round holds many dossiers, each of 16 MiB at most. */
const MAX_BYTES = 256 * 1024 * 1024;

async function readBytes(file: string, io: Io): Promise<Outcome<Uint8Array, Problem>> {
  try {
    const parts: Buffer[] = [];
    let length = 0;
    const stream = file === "-" ? io.stdin : (await open(file, "r")).createReadStream();
    for await (const part of stream) {
      const bytes = typeof part === "string" ? Buffer.from(part) : part;
      length += bytes.length;
      if (length > MAX_BYTES) return fail({ path: "", problem: "内容超过 256 MiB", expected: "分成几个批次" });
      parts.push(bytes);
    }
    return ok(Buffer.concat(parts));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const causes: Readonly<Record<string, string>> = {
      ENOENT: "文件不存在",
      EISDIR: "这是文件夹，不是文件",
      EACCES: "没有读取权限",
    };
    return fail({
      path: "",
      problem: `不能读取 ${file}：${causes[code] ?? `系统报告 ${code}`}`,
      expected: "JSON、YAML 或 .xlsx 文件",
    });
  }
}

async function settleText(
  shelf: Shelf,
  policy: string | null,
  bytes: Uint8Array,
  file: string,
): Promise<Outcome<Settled, Problem>> {
  const text = decodeUtf8(bytes);
  if (!text.ok) return text;
  const isJson = /\.json$/i.test(file) || (!/\.ya?ml$/i.test(file) && /^\s*[{[]/.test(text.value));
  const raw = isJson ? parseJson(text.value) : parseYaml(text.value);
  if (!raw.ok) return raw;
  const engine = await shelf.load(raw.value, policy);
  return engine.ok ? settleRound(shelf, engine.value, raw.value) : engine;
}

async function settleRound({ namePolicies }: Shelf, engine: CertifyingEngine, raw: unknown): Promise<Outcome<Settled, Problem>> {
  const settled = settleDossiers(engine, raw);
  return settled.ok ? ok({ ...settled.value, engine }) : fail(...(await namePolicies(raw, settled.errors)));
}

/** What the reader complains about is told by its cell; a cell that couldn't be read is told once. */
async function settleWorkbook(shelf: Shelf, policy: string | null, bytes: Uint8Array): Promise<Outcome<Settled, Problem>> {
  const loaded = await shelf.load(undefined, policy);
  if (!loaded.ok) return loaded;
  const engine = loaded.value;
  const sheets = await readWorkbook(bytes);
  if (!sheets.ok) return sheets;
  const { round, problems, cells } = readRoundSheets(layOutWorkbook(engine.policy), sheets.value);
  const settled = await settleRound(shelf, engine, round);
  const told = new Set(problems.map(({ path }) => path));
  const others = settled.ok ? [] : settled.errors.map((error) => ({ ...error, path: cellOf(cells, error.path) || error.path }));
  const all = [...problems, ...others.filter(({ path }) => !told.has(path))];
  return all.length > 0 ? fail(...all) : settled;
}

/** `load` gives the engine of the policy; nothing is loaded for `--help` or a mistaken command line. */
export const createSettleCommand = (load: LoadEngine, namePolicies: NamePolicies = async (_, errors) => errors): Command => ({
  name: "settle",
  summary: "整批测算：遴选、各单位金额、合计",
  help: HELP,
  run: (args, io) => run({ load, namePolicies }, args, io),
});

export const settleCommand: Command = createSettleCommand(
  async (round, named) => {
    const { engineOf, loadShelf } = await import("../load-engine.ts");
    const shelf = loadShelf();
    if (!shelf.ok) return shelf;
    return named === null ? engineOf(shelf.value, round) : shelf.value.engine(named);
  },
  async (round, errors) => {
    const { loadShelf, withShelfNames } = await import("../load-engine.ts");
    const shelf = loadShelf();
    return shelf.ok ? withShelfNames(shelf.value, round, errors) : errors;
  },
);

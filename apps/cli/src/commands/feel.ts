/** `zhengdui feel`: evaluates FEEL expressions, one from the command line or one a line from the standard input. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import {
  evaluateFeel,
  fromValueJson,
  parse,
  type SyntaxComplaint,
  toValueJson,
  type Value,
  type ValueJson,
  valueText,
} from "@zhengdui/feel";
import { type Io, reportProblems } from "../command.ts";
import { parseJson } from "../input/parse-json.ts";
import { type NdjsonLine, readNdjson } from "../input/read-ndjson.ts";

const HELP = `zhengdui feel — evaluate FEEL expressions (OMG DMN 1.5), exactly
计算 FEEL 表达式；数为精确小数，不用浮点。

用法
  zhengdui feel '0.1 + 0.2'                     算一个表达式，输出其值
  zhengdui feel --json '[1..3]'                 以 {"type":…,"text":…} 输出
  zhengdui feel --context '{"金额":5}' '金额*2'  给出名称的值
  zhengdui feel --ndjson < 文件                  每行一个 {"expression":…,"context":…}

--ndjson 的每行输出
  {"type":"number","text":"0.3"}                值；列表有 items，上下文有 entries，空值为 {"type":"null"}
  {"rejected":[{"message":…,"from":…,"to":…}]}  表达式写错，from、to 为其位置
  {"line":N,"errors":[{"path":…,"problem":…,"expected":…}]}  第 N 行不是这样的 JSON

context 的值写作普通 JSON，日期、时间、期间及超过 15 位的数写作 {"type":"date","text":"2023-05-01"}。
表达式过长、过深，或要算的太多、结果太大，也按写错拒绝，不会一直算下去。
没有 now()、today() 和 random number()：同样的输入总是同样的结果。

退出状态：0 正常；1 有的行不合要求（--ndjson）；2 参数或表达式有误。
`;

type Rejection = { readonly rejected: readonly { readonly message: string; readonly from: number; readonly to: number }[] };
type Answer = ValueJson | Rejection;

const rejection = (errors: readonly { readonly message: string; readonly from: number; readonly to: number }[]): Rejection => ({
  rejected: errors.map(({ message, from, to }) => ({ message, from, to })),
});

const withMend = (complaint: SyntaxComplaint) => ({ ...complaint, message: `${complaint.message}；${complaint.mend}` });

const evaluateText = (expression: string, names: ReadonlyMap<string, Value>): Value | Rejection => {
  const parsed = parse(expression, { names: [...names.keys()] });
  if (!parsed.ok) return rejection(parsed.errors.map(withMend));
  const result = evaluateFeel(parsed.value, names);
  return result.ok ? result.value : rejection(result.errors);
};

const isRejection = (answer: Value | Rejection): answer is Rejection =>
  typeof answer === "object" && answer !== null && "rejected" in answer;

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === "object" && json !== null && !Array.isArray(json);

const problem = (path: string, what: string, expected: string) => fail<Problem>({ path, problem: what, expected });

const readNames = (json: unknown): Outcome<ReadonlyMap<string, Value>, Problem> => {
  if (json === undefined || json === null) return ok(new Map());
  const read = isRecord(json) ? fromValueJson(json) : problem("", "context 不是对象", '{"名称":值}');
  if (!read.ok) return read;
  const { value } = read;
  return typeof value === "object" && value?.type === "context"
    ? ok(value.entries)
    : problem("", "context 不是对象", '{"名称":值}');
};

const answerLine = ({ value: read }: NdjsonLine): Outcome<Answer, Problem> => {
  if (!read.ok) return read;
  const request = read.value;
  if (!isRecord(request)) return problem("", "不是一个对象", '{"expression":"…"}');
  if (typeof request.expression !== "string") return problem("expression", "没有表达式", "一段文字");
  const names = readNames(request.context);
  if (!names.ok) {
    return fail(...names.errors.map((one) => ({ ...one, path: one.path === "" ? "context" : `context.${one.path}` })));
  }
  const answer = evaluateText(request.expression, names.value);
  return ok(isRejection(answer) ? answer : toValueJson(answer));
};

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

/** Waits where the reader is slower than we are; false where it has gone. */
const write = async (out: NodeJS.WritableStream, text: string): Promise<boolean> => {
  if (out.write(text)) return out.writable;
  return new Promise((resolve) => {
    const settle = (more: boolean) => () => {
      for (const [event, listener] of listeners) out.off(event, listener);
      resolve(more);
    };
    const listeners: readonly (readonly [string, () => void])[] = [
      ["drain", settle(true)],
      ["close", settle(false)],
      ["error", settle(false)],
    ];
    for (const [event, listener] of listeners) out.on(event, listener);
  });
};

const runLines = async (io: Io): Promise<number> => {
  let status = 0;
  for await (const lines of readNdjson(bytesOf(io.stdin))) {
    for (const line of lines) {
      const answer = answerLine(line);
      if (!answer.ok) status = 1;
      const shown = answer.ok ? answer.value : { line: line.line, errors: answer.errors };
      if (!(await write(io.stdout, `${JSON.stringify(shown)}\n`))) return status;
    }
  }
  return status;
};

const USAGE = "zhengdui feel --help";

/** `第 3—5 字` of the expression is the path of what is wrong with it. */
const faultsOf = ({ rejected }: Rejection): readonly Problem[] =>
  rejected.map(({ message, from, to }) => {
    const [what = "", ...mend] = message.split("；");
    const path = `第 ${from + 1}—${Math.max(from + 1, to)} 字`;
    return { path, problem: what, expected: mend.join("；") || "能读懂的 FEEL 表达式" };
  });

const underContext = (errors: readonly Problem[]): readonly Problem[] =>
  errors.map((one) => ({ ...one, path: one.path === "" ? "--context" : `--context ${one.path}` }));

const runOne = (expression: string, contextText: string | undefined, json: boolean, io: Io): number => {
  const context = contextText === undefined ? undefined : parseJson(contextText);
  if (context !== undefined && !context.ok) return reportProblems(underContext(context.errors), json, io);
  const names = readNames(context?.value);
  if (!names.ok) return reportProblems(underContext(names.errors), json, io);
  const answer = evaluateText(expression, names.value);
  if (isRejection(answer)) return reportProblems(faultsOf(answer), json, io);
  io.stdout.write(`${json ? JSON.stringify(toValueJson(answer)) : valueText(answer)}\n`);
  return 0;
};

interface Options {
  readonly ndjson: boolean;
  readonly json: boolean;
  readonly context: string | undefined;
  readonly expressions: readonly string[];
}

/** `-` begins expressions too (`-5 + 3`): only the known options are options, and all is expression after `--`. */
const readArguments = (args: readonly string[]): Options => {
  let [ndjson, json, context] = [false, false, undefined as string | undefined];
  const expressions: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--") return { ndjson, json, context, expressions: [...expressions, ...args.slice(at + 1)] };
    if (arg === "--ndjson") ndjson = true;
    else if (arg === "--json") json = true;
    else if (arg === "--context") context = args[++at] ?? "";
    else expressions.push(arg);
  }
  return { ndjson, json, context, expressions };
};

export const feel = {
  name: "feel",
  summary: "计算 FEEL 表达式",
  help: HELP,
  /** Resolves to the exit status. */
  run: async (args: readonly string[], io: Io): Promise<number> => {
    if (args.includes("--help") || args.includes("-h")) {
      io.stdout.write(HELP);
      return 0;
    }
    const { ndjson, json, context, expressions } = readArguments(args);
    const unknown = expressions.find((one) => /^--[a-z]/.test(one));
    if (unknown !== undefined) return reportProblems([{ path: unknown, problem: "没有这个选项", expected: USAGE }], json, io);
    if (ndjson && expressions.length === 0 && context === undefined) return runLines(io);
    const [expression] = expressions;
    if (ndjson || expression === undefined || expressions.length > 1) {
      const what = expressions.length > 1 ? "多于一个表达式" : "没有写出表达式";
      return reportProblems([{ path: "", problem: what, expected: `一个表达式，或者 --ndjson；${USAGE}` }], json, io);
    }
    return runOne(expression, context, json, io);
  },
};

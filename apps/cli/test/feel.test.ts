/** `zhengdui feel` from the outside: what it reads, writes and answers as its status. */
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { feel } from "../src/commands/feel.ts";

const run = async (args: string[], input = "") => {
  const [stdout, stderr] = [new PassThrough({ highWaterMark: 64 }), new PassThrough()];
  const read = async (stream: PassThrough): Promise<string> => {
    let text = "";
    for await (const chunk of stream) text += chunk;
    return text;
  };
  const texts = Promise.all([read(stdout), read(stderr)]);
  const status = await feel.run(args, { stdin: Readable.from(input === "" ? [] : [Buffer.from(input)]), stdout, stderr });
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { status, out, err };
};

describe("zhengdui feel", () => {
  it("prints one value", async () => {
    expect(await run(["0.1 + 0.2"])).toEqual({ status: 0, out: "0.3\n", err: "" });
    expect((await run(["-5 + 3"])).out).toBe("-2\n");
    expect((await run(["--json", "[1, null]"])).out).toBe(
      '{"type":"list","items":[{"type":"number","text":"1"},{"type":"null"}]}\n',
    );
    expect((await run(["--context", '{"金额":5}', "金额 * 2"])).out).toBe("10\n");
  });

  it("says what is wrong on standard error only", async () => {
    const bad = await run(["（1 + 2"]);
    expect(bad).toMatchObject({ status: 2, out: "" });
    expect(bad.err).toContain("改为半角 (");
    expect(await run([])).toMatchObject({ status: 2, out: "" });
    expect(await run(["--nosuch"])).toMatchObject({ status: 2, out: "" });
    expect(await run(["--context", "[1]", "1"])).toMatchObject({ status: 2, out: "" });
    expect(await run(["--context", "{", "1"])).toMatchObject({ status: 2, out: "" });
  });

  it("says it as every command does: place, problem, what was expected", async () => {
    const line = /^[^:]*: [^;]+; .+\n$/u;
    for (const args of [["（1"], [], ["--nosuch"], ["1", "2"], ["--context", "[1]", "1"], ["--context", "{", "1"], ["1 +"]])
      expect((await run(args)).err, args.join(" ")).toMatch(line);
    const [problem] = JSON.parse((await run(["--json", "1 +"])).err) as { path: string }[];
    expect(problem).toMatchObject({ path: "第 4—4 字", problem: "表达式没有写完", expected: "补上所缺的部分" });
  });

  it("answers line by line, in order, a bad line in its place", async () => {
    const lines = [
      '{"expression":"1+1"}',
      '{"expression":"1 +"}',
      "nonsense",
      "",
      '{"context":{}}',
      '{"expression":"a","context":{"a":"b"}}',
    ];
    const { status, out } = await run(["--ndjson"], `${lines.join("\n")}\n`);
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(answers).toMatchObject([
      { type: "number", text: "2" },
      { rejected: [{ from: 3, to: 3 }] },
      { line: 3, errors: [{ path: "" }] },
      { line: 5, errors: [{ path: "expression" }] },
      { type: "string", text: "b" },
    ]);
  });

  it("keeps up with a slow reader", async () => {
    const { status, out } = await run(["--ndjson"], '{"expression":"1"}\n'.repeat(2000));
    expect(status).toBe(0);
    expect(out.split("\n").length).toBe(2001);
  });

  it("explains itself, in English first", async () => {
    const { status, out } = await run(["--help"]);
    expect(status).toBe(0);
    expect(out.split("\n")[0]).toMatch(/^zhengdui feel — evaluate/);
  });
});

/** Files and streams as they come: encodings, syntax errors by place, doubled keys, hostile depth and size, lines across chunks. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { parseJson } from "../src/input/parse-json.ts";
import { parseYaml } from "../src/input/parse-yaml.ts";
import { MAX_BYTES, parseInput, readInputFile } from "../src/input/read-file.ts";
import { type NdjsonLine, readNdjson, splitLines } from "../src/input/read-ndjson.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const folder = mkdtempSync(join(tmpdir(), "zhengdui-"));
afterAll(() => rmSync(folder, { recursive: true }));

function errorsOf(outcome: ReturnType<typeof parseJson>): string {
  if (outcome.ok) throw new Error(`was read: ${JSON.stringify(outcome.value).slice(0, 200)}`);
  return outcome.errors.map((e) => `${e.path}|${e.problem}|${e.expected}`).join("\n");
}

describe("JSON", () => {
  it("is what JSON.parse says it is", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.nat(4), (text, indent) => {
        const value: unknown = JSON.parse(text);
        const read = parseJson(JSON.stringify(value, null, indent));
        return read.ok && JSON.stringify(read.value) === JSON.stringify(value);
      }),
    );
  });

  it("is refused, with a place, exactly where JSON.parse refuses it", () => {
    const pieces = [
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      '"a"',
      '"b"',
      '"\\u00e9"',
      '"\\x"',
      '"',
      "1",
      "-0.5e3",
      "01",
      "true",
      "nul",
      " ",
      "\n",
      "\\",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (parts) => {
        const text = parts.join("");
        let good = true;
        try {
          JSON.parse(text);
        } catch {
          good = false;
        }
        const read = parseJson(text);
        if (good) return read.ok || read.errors.every((e) => e.problem.includes("重复"));
        return !read.ok && read.errors.some((e) => /第 \d+ 行第 \d+ 列/.test(e.problem));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['{\n  "a": 1,\n  "b": }', "第 3 行第 8 列"],
    ['{"a": 1,}', "第 1 行第 9 列"],
    ["{'a': 1}", "半角双引号"],
    ['{"a"：1}', "全角"],
    ['{"a": 1 // x\n}', "注释"],
    ['{"a": "x\ny"}', "换行或控制字符"],
    ['{"a": "\\q"}', "转义"],
    ['{"a": "x', "结尾的双引号"],
    ['{"a": 1', "没有写完"],
    ["", "空的"],
    [" \n", "空的"],
    ["{} {}", "已经结束"],
    ["NaN", "不应出现"],
  ])("%j is refused: %s", (text, words) => {
    expect(errorsOf(parseJson(text))).toContain(words);
  });

  it("names every doubled key by path and both places", () => {
    const text = '{"a": {"b": 1, "c": [0, {"d": 1,\n "d": 2}], "b": 3}, "a": 4}';
    const errors = errorsOf(parseJson(text)).split("\n");
    expect(errors.map((e) => e.split("|")[0])).toEqual(["a.c[1].d", "a.b", "a"]);
    expect(errors[0]).toContain("第 2 行第 2 列，前一处在第 1 行第 26 列");
    expect(errorsOf(parseJson('{"a":1,"\\u0061":2}'))).toContain("a|键重复");
    expect(errorsOf(parseJson('{"__proto__":1,"__proto__":2}'))).toContain("__proto__|键重复");
    expect(parseJson('{"a":"b:","c":"\\":\\\\","":1}').ok).toBe(true);
  });

  it("may be 64 deep, not 65, and a million deep does no harm", () => {
    const deep = (n: number): string => "[".repeat(n) + "]".repeat(n);
    expect(parseJson(deep(64)).ok).toBe(true);
    expect(errorsOf(parseJson(deep(65)))).toContain("64 层");
    expect(errorsOf(parseJson(deep(1_000_000)))).toContain("64 层");
    expect(errorsOf(parseJson('{"a":'.repeat(100_000)))).toContain("64 层");
  });

  it("of 16 MiB takes linear time, good or bad", () => {
    const long = `{"a":"${"x".repeat(15_000_000)}`;
    expect(parseJson(`${long}"}`).ok).toBe(true);
    expect(errorsOf(parseJson(long))).toContain("结尾的双引号");
    expect(errorsOf(parseJson(`{${'"a":1,\n'.repeat(1_000_000)}"a":1}`))).toContain("a|键重复");
    expect(parseJson(`[${"0,".repeat(7_000_000)}0]`).ok).toBe(true);
  }, 30_000);
});

describe("YAML", () => {
  it("keeps dates and codes text, and numbers numbers", () => {
    const read = parseYaml(
      "on: 2023-05-01\nmonth: 2023-05\ncode: '0111'\nfee: 5.10\nyes: yes\nnone: ~\nempty:\nyear: 2023\ntime: 12:30:45\n",
    );
    expect(read).toEqual({
      ok: true,
      value: {
        on: "2023-05-01",
        month: "2023-05",
        code: "0111",
        fee: 5.1,
        yes: "yes",
        none: null,
        empty: null,
        year: 2023,
        time: "12:30:45",
      },
    });
  });

  it("stays core whatever the directive says", () => {
    expect(parseYaml("%YAML 1.1\n---\non: yes\nd: 2023-05-01\n<<: {a: 1}\n")).toEqual({
      ok: true,
      value: { on: "yes", d: "2023-05-01", "<<": { a: 1 } },
    });
  });

  it("keeps __proto__ an ordinary key", () => {
    const read = parseYaml("__proto__: {year: 2023}\n");
    expect(read.ok && Object.keys(read.value as object)).toEqual(["__proto__"]);
  });

  it.each([
    ["a: 1\na: 2\n", "a|键重复（第 2 行第 1 列，前一处在第 1 行第 1 列）"],
    ["x:\n  - {b: 1, b: 2}\n", "x[0].b|键重复"],
    ["a: 1\n---\nb: 2\n", "多份文档"],
    ["a: !!binary aGk=\n", "标签"],
    ["a: !js/function x\n", "标签"],
    ["a: !!timestamp 2023-05-01\n", "标签"],
    ["a: [1, 2\n", "第 2 行"],
    ["a: 'x\n", "YAML"],
    ["a:\n\t- 1\n", "制表符"],
    ["a: *b\n", "*"],
    ["? [a]\n: 1\n", "键不是文字"],
    ["a: b: c\n", "第 1 行"],
  ])("%j is refused: %s", (text, words) => {
    expect(errorsOf(parseYaml(text))).toContain(words);
  });

  it("refuses alias bombs and circles", () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array.from({ length: 9 }, () => `*l${i}`).join(", ")}]`,
    );
    expect(errorsOf(parseYaml(`l0: &l0 [x]\n${levels.join("\n")}\n`))).toContain("别名");
    expect(parseYaml("a: &a [*a]\n").ok).toBe(false);
    expect(parseYaml("a: &a [1]\nb: *a\n")).toEqual({ ok: true, value: { a: [1], b: [1] } });
  });

  it("may be 64 deep, not 65, and a million deep does no harm", () => {
    const flow = (n: number): string => "[".repeat(n) + "]".repeat(n);
    expect(parseYaml(flow(64)).ok).toBe(true);
    expect(errorsOf(parseYaml(flow(65)))).toContain("64 层");
    expect(errorsOf(parseYaml("[".repeat(1_000_000)))).toContain("64 层");
    expect(errorsOf(parseYaml("- ".repeat(1_000_000)))).toContain("64 层");
    expect(errorsOf(parseYaml("? ".repeat(1_000_000)))).toContain("64 层");
    expect(errorsOf(parseYaml(Array.from({ length: 3000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")))).toContain("64 层");
  });

  it("finds doubled keys among many in linear time", () => {
    const keys = Array.from({ length: 60_000 }, (_, i) => `k${i}: 1\n`).join("");
    expect(errorsOf(parseYaml(`${keys}k7: 2\n`))).toContain("k7|键重复");
  }, 20_000);
});

describe("a file", () => {
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it("is JSON or YAML by its extension, else by its first character", async () => {
    expect(await readInputFile(file("a.json", '{"a": 1}'))).toEqual({ ok: true, value: { a: 1 } });
    expect(await readInputFile(file("a.yml", "a: 1"))).toEqual({ ok: true, value: { a: 1 } });
    expect(await readInputFile(file("a.YAML", "{a: 1}"))).toEqual({ ok: true, value: { a: 1 } });
    expect(await readInputFile(file("json-like", ' {"a": 1}'))).toEqual({ ok: true, value: { a: 1 } });
    expect(await readInputFile(file("yaml-like", "a: 1"))).toEqual({ ok: true, value: { a: 1 } });
    expect((await readInputFile(file("b.json", "a: 1"))).ok).toBe(false);
  });

  it("may have a byte order mark and CRLF", () => {
    expect(parseInput(bytes('\ufeff{\r\n"a": 1\r\n}\r\n'), "a.json")).toEqual({ ok: true, value: { a: 1 } });
    expect(parseInput(bytes("\ufeffa: 1\r\nb:\r\n  - x\r\n"), "a.yaml")).toEqual({ ok: true, value: { a: 1, b: ["x"] } });
  });

  it("must be UTF-8", () => {
    expect(errorsOf(parseInput(Uint8Array.of(0x7b, 0x22, 0xbd, 0xfa), "a.json"))).toContain("第 3 个字节");
    expect(errorsOf(parseInput(Uint8Array.of(0xff, 0xfe, 0x7b, 0), "a.json"))).toContain("UTF-16");
    expect(errorsOf(parseInput(Uint8Array.of(0x22, 0xe6, 0x99), "a.json"))).toContain("不是 UTF-8");
    expect(errorsOf(parseInput(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), "a.json"))).toMatch(/第 [23] 个字节/);
  });

  it("may have 16 MiB and no byte more", async () => {
    const full = (size: number): string => `"${"x".repeat(size - 2)}"`;
    expect((await readInputFile(file("full.json", full(MAX_BYTES)))).ok).toBe(true);
    expect(errorsOf(await readInputFile(file("over.json", full(MAX_BYTES + 1))))).toContain("16 MiB");
    expect(errorsOf(await readInputFile("/dev/zero"))).toContain("16 MiB");
  });

  it("must be there and be a file", async () => {
    expect(errorsOf(await readInputFile(join(folder, "none.json")))).toContain("文件不存在");
    expect(errorsOf(await readInputFile(folder))).toContain("文件夹");
  });
});

async function* inChunks(data: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += size) yield data.slice(at, at + size);
}

async function allLines(data: Uint8Array, size: number, max?: number): Promise<NdjsonLine[]> {
  const lines: NdjsonLine[] = [];
  for await (const batch of readNdjson(inChunks(data, size), max)) lines.push(...batch);
  return lines;
}

describe("NDJSON", () => {
  const text = '\ufeff{"a":1}\r\n\r\n  \t\n"晋江"\n{bad\n\n[3]';

  it.each([1, 2, 3, 7, 1000])("has the same lines in chunks of %i bytes", async (size) => {
    const lines = await allLines(bytes(text), size);
    expect(lines.map((l) => l.line)).toEqual([1, 4, 5, 7]);
    expect(lines.map((l) => (l.value.ok ? l.value.value : l.value.errors[0]?.problem.slice(0, 10)))).toEqual([
      { a: 1 },
      "晋江",
      "不是合法的 JSON",
      [3],
    ]);
  });

  it("has nothing where nothing is", async () => {
    for (const empty of ["", "\n", "\ufeff\n\n", "\r\n  "]) expect(await allLines(bytes(empty), 2)).toEqual([]);
  });

  it("reports an over-long line in its place and goes on", async () => {
    const lines = await allLines(
      bytes(`"${"x".repeat(8)}"\n"${"x".repeat(9)}"\n"${"x".repeat(8)}"\r\n"${"x".repeat(40)}"\n1`),
      4,
      10,
    );
    expect(lines.map((l) => [l.line, l.value.ok])).toEqual([
      [1, true],
      [2, false],
      [3, true],
      [4, false],
      [5, true],
    ]);
    expect(lines[1]?.value.ok === false && lines[1].value.errors[0]?.problem).toContain("16 MiB");
  });

  it("reports a line that isn't UTF-8 and goes on", async () => {
    const lines = await allLines(Uint8Array.of(0xbd, 0xfa, 10, 0x31), 10);
    expect(lines.map((l) => l.value.ok)).toEqual([false, true]);
  });

  it("keeps nothing of a line without end", async () => {
    const piece = new Uint8Array(1024 * 1024).fill(0x78);
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 400; i++) yield piece;
    }
    const before = process.memoryUsage();
    const lines: unknown[] = [];
    for await (const batch of splitLines(endless(), MAX_BYTES)) lines.push(...batch);
    const after = process.memoryUsage();
    expect(lines).toEqual([{ line: 1, bytes: null }]);
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(100 * 1024 * 1024);
  });

  it("asks for no chunk before the last batch was taken", async () => {
    let asked = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      for (; asked < 10; asked++) yield bytes("1\n2\n");
    }
    const batches = readNdjson(source());
    await batches.next();
    expect(asked).toBe(0);
    await batches.next();
    expect(asked).toBe(1);
  });
});

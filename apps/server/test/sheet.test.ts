/** Sheets as files: what is written is read back as the same, whatever stands in the cells; what was changed by a spreadsheet is seen. */
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { guard, unguard } from "../src/sheet/guard-formula.ts";
import { readSheets } from "../src/sheet/read-sheets.ts";
import { scanXml } from "../src/sheet/scan-xml.ts";
import { writeCsv } from "../src/sheet/write-csv.ts";
import { writeXlsx } from "../src/sheet/write-xlsx.ts";

type Rows = readonly (readonly (string | null)[])[];

const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 20 });
const formula = fc
  .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "'=", "''+", "＝", "'"), fc.string({ maxLength: 8 }))
  .map(([sign, rest]) => sign + rest);
const pieces = [..."\"',;\t\r\n _晋江示例𠮷&<>]/＝", "_x000D_", "_x005F_", "_x0041_", "&amp;", "\r\n", "]]>"];
const awkward = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 12 });
const cell = fc
  .oneof(digits, formula, awkward, fc.string({ unit: "binary", maxLength: 8 }), fc.constant(null))
  .map((text) => (text === "" || text === "\uFEFF" ? null : text));
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** A file can't tell an empty cell at the end of a row, or an empty row at the end, from none. */
const trimmed = (table: Rows): Rows => {
  const short = table.map((row) => row.slice(0, row.findLastIndex((one) => one !== null) + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
};

const readBack = (bytes: Uint8Array): Rows => {
  const read = readSheets(bytes, "名单.csv");
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return trimmed((read.value.sheets[0]?.rows ?? []) as Rows);
};

describe("written and read back", () => {
  it("an xlsx gives the same texts", () => {
    fc.assert(
      fc.property(rows, (table) => {
        expect(readBack(writeXlsx([{ name: "名单", widths: [], rows: table }]))).toEqual(trimmed(table));
      }),
    );
  });

  it("a CSV gives the same texts", () => {
    fc.assert(
      fc.property(rows, (table) => {
        // Bytes hold no halves of characters, and a CSV no zero.
        const wellFormed = table.map((row) =>
          row.map((one) => (one === null ? null : Buffer.from(one).toString().replaceAll("\0", "0"))),
        );
        expect(readBack(writeCsv([["表头"], ...wellFormed]))).toEqual(trimmed([["表头"], ...wellFormed]));
      }),
    );
  });

  it("an xlsx has the same bytes, whenever it is written", () => {
    vi.useFakeTimers({ now: new Date("2026-01-01T00:00:00Z") });
    const write = () => writeXlsx([{ name: "名单", widths: [], rows: [["甲"]] }]);
    const first = write();
    vi.setSystemTime(new Date("2026-02-01T00:00:00Z"));
    expect(write().equals(first)).toBe(true);
    vi.useRealTimers();
  });

  it("a CSV cell never begins with what a spreadsheet computes", () => {
    fc.assert(
      fc.property(formula, (text) => {
        expect(guard(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(unguard(guard(text))).toBe(text);
      }),
    );
    expect(writeCsv([["=1+1", "@SUM(A1)", "-2", "文字"]]).toString()).toContain(`"'=1+1","'@SUM(A1)","'-2","文字"`);
  });
});

describe("a CSV of another program", () => {
  const gb = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, 0x3b, 0x31, 0x0a, 0xca, 0xbe, 0xc0, 0xfd, 0x3b, 0x32]);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("名称\t1\n示例\t2", "utf16le")]);
  it.each([
    ["UTF-8", Buffer.from("名称,1\n示例,2"), "CSV（UTF-8，以逗号分隔）"],
    ["UTF-8 with its mark", Buffer.from("\uFEFF名称;1\r\n示例;2\r\n"), "CSV（UTF-8，以分号分隔）"],
    ["GB18030", gb, "CSV（GB18030，以分号分隔）"],
    ["UTF-16", utf16, "CSV（UTF-16，以制表符分隔）"],
    ["old line ends", Buffer.from("名称,1\r示例,2\r"), "CSV（UTF-8，以逗号分隔）"],
  ])("%s", (_, bytes, format) => {
    const read = readSheets(bytes, "名单.csv");
    expect(read).toMatchObject({ ok: true, value: { format, sheets: [{ name: "名单" }] } });
    expect(readBack(bytes)).toEqual([
      ["名称", "1"],
      ["示例", "2"],
    ]);
  });

  it.each([
    [Buffer.from('名称,1\n"示例,2'), "引号开了没有关"],
    [Buffer.from('名称,1\n示"例,2'), "引号的位置不对"],
    [Buffer.from([0xff, 0x80, 0xff]), "不是 UTF-8，也不是 GB18030"],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "旧版 Excel"],
    [Buffer.from([]), "文件是空的"],
    [Buffer.from("PK\u0003\u0004"), "不是完好的 .xlsx"],
  ])("is refused in words: %#", (bytes, words) => {
    const read = readSheets(bytes, "名单.csv");
    expect(read.ok ? "" : read.errors.map(({ problem }) => problem).join()).toContain(words);
  });
});

/** A workbook as spreadsheets write it: shared texts, styles, formulas. */
function workbook(sheet: string): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zipSync({
    "xl/workbook.xml": strToU8(
      `<workbook ${main} xmlns:r="urn:r"><sheets><sheet name="甲&amp;乙" sheetId="7" r:id="rId3"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Target="/xl/worksheets/sheet9.xml" Id="rId3"/></Relationships>',
    ),
    "xl/sharedStrings.xml": strToU8(
      `<sst ${main}><si><t>示例</t></si><si><r><t>富</t></r><r><t xml:space="preserve">文本 </t></r><rPh sb="0" eb="1"><t>フ</t></rPh></si></sst>`,
    ),
    "xl/styles.xml": strToU8(
      `<styleSheet ${main}><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="0.00_ ;[Red]\\-0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`,
    ),
    "xl/worksheets/sheet9.xml": strToU8(`<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`),
  });
}

describe("a workbook of another program", () => {
  const cellsOf = (sheet: string) => {
    const read = readSheets(workbook(sheet), "x.xlsx");
    return read.ok ? read.value.sheets[0]?.rows : read.errors;
  };
  it.each([
    ['<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>', ["示例", null, "富文本 "]],
    ['<c r="A1"><v>1.2345678901234568E+19</v></c>', [{ as: "number", text: "1.2345678901234568E+19" }]],
    ['<c r="A1" s="1"><v>45047</v></c>', [{ as: "day", text: "2023-05-01" }]],
    ['<c r="A1" s="2"><v>45047.75</v></c>', [{ as: "day", text: "2023-05-01" }]],
    ['<c r="A1" s="3"><v>45047</v></c>', [{ as: "number", text: "45047" }]],
    ['<c r="A1"><f>SUM(B1:B9)</f><v>12</v></c>', [{ as: "number", text: "12", formula: true }]],
    ['<c r="A1" t="str"><f>A2&amp;"&gt;"</f><v>甲&gt;乙</v></c>', [{ as: "text", text: "甲>乙", formula: true }]],
    [
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c>',
      [
        { as: "truth", text: "是" },
        { as: "error", text: "#REF!" },
      ],
    ],
    ['<c r="A1" t="inlineStr"><is><t>一_x000D_二_x005F_x0041_</t></is></c>', ["一\r二_x0041_"]],
    ['<c t="s"><v>0</v></c><c t="s"><v>0</v></c>', ["示例", "示例"]],
  ])("%s", (cells, expected) => {
    expect(cellsOf(`<row r="1">${cells}</row>`)).toEqual([expected]);
  });

  it("leaves out rows and columns, and names its sheet", () => {
    const read = readSheets(workbook('<row r="3"><c r="B3"><v>1</v></c></row>'), "x.xlsx");
    expect(read).toMatchObject({
      ok: true,
      value: { format: "xlsx", sheets: [{ name: "甲&乙", rows: [[], [], [null, { as: "number", text: "1" }]] }] },
    });
  });

  it.each(["<c>".repeat(300_000), `<c r="${"a".repeat(2_000_000)}">`, '<c a="'.repeat(300_000), "<".repeat(500_000)])(
    "is walked through in time proportional to its length: %#",
    (xml) => {
      const begun = performance.now();
      scanXml(xml, { open: () => undefined, close: () => undefined, text: () => undefined });
      expect(performance.now() - begun).toBeLessThan(5_000);
    },
  );
});

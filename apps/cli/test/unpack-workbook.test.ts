/** A workbook that would do harm is refused before it is read; one that only looks large isn't. */
import { unpackWorkbook } from "@zhengdui/casework";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { templateSheets } from "../src/xlsx/template-sheets.ts";
import { readWorkbook, writeWorkbook } from "../src/xlsx/workbook-file.ts";
import { smallPolicy } from "./small-policy.ts";

const SHEET = "xl/worksheets/sheet2.xml";
const template = async () => unzipSync(await writeWorkbook(templateSheets(smallPolicy)));

/** The template with one more row in its second sheet. */
async function withRow(row: string): Promise<Uint8Array> {
  const files = await template();
  const sheet = strFromU8(files[SHEET] as Uint8Array).replace("</sheetData>", `${row}</sheetData>`);
  return zipSync({ ...files, [SHEET]: strToU8(sheet) });
}

const sizeOf = (parts: Readonly<Record<string, Uint8Array>>): number =>
  Object.values(parts).reduce((sum, { length }) => sum + length, 0);

const told = async (bytes: Uint8Array): Promise<string> => {
  const read = await readWorkbook(bytes);
  return read.ok ? "" : read.errors.map(({ problem, expected }) => `${problem}; ${expected}`).join("\n");
};

describe("a workbook that would do harm", () => {
  it.each([
    ['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "XFD1048576"],
    ['<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>', "99999999999"],
    ["<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", "XFD1048576"],
    ['<row r="9"><c r="ZZZZZZ9"><v>1</v></c></row>', "ZZZZZZ9"],
    ['<row r="200000"><c t="n" r="A200000" s="1"><v>1</v></c><c r="CV200000"><v>1</v></c></row>', "CV200000"],
  ])("has a cell far away: %s", async (row, place) => {
    const words = await told(await withRow(row));
    expect(words).toContain(`有内容离数据太远`);
    expect(words).toContain(place);
    expect(words).toContain(SHEET);
  });

  it("unpacks to too much", async () => {
    const bytes = await withRow(" ".repeat(3_000_000));
    expect(unpackWorkbook(bytes, "").ok).toBe(true);
    const refused = unpackWorkbook(bytes, "", { bytes: 1024 * 1024, cells: 1000 });
    expect(refused.ok ? "" : refused.errors[0]?.problem).toBe("工作簿解压后过大");
  });

  it("says of itself that it is small", async () => {
    const bytes = Buffer.from(await withRow(" ".repeat(3_000_000)));
    const entry = bytes.lastIndexOf(SHEET) - 46;
    expect(bytes.readUInt32LE(entry)).toBe(0x02014b50);
    expect(bytes.readUInt32LE(entry + 24)).toBeGreaterThan(3_000_000);
    bytes.writeUInt32LE(100, entry + 24);
    const unpacked = unpackWorkbook(bytes, "", { bytes: 1024 * 1024, cells: 1000 });
    expect(unpacked.ok ? sizeOf(unpacked.value) : 0).toBeLessThan(1024 * 1024);
    expect(await told(bytes)).not.toBe("");
  });

  it("is no zip, or half of one", async () => {
    const bytes = await withRow("");
    for (const part of [bytes.slice(0, bytes.length / 2), Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)])
      expect(await told(part)).toContain("不是完好的 .xlsx 文件");
  });
});

describe("a workbook that only looks large", () => {
  it.each([
    '<row r="1048576"><c r="XFD1048576" s="1"/></row>',
    '<row r="3000"><c r="B3000" s="1"></c></row>',
    '<row r="100000"><c r="A100000"><v>1</v></c></row>',
  ])("is read: %s", async (row) => {
    expect(await told(await withRow(row))).toBe("");
  });

  it("is read without its pictures, whatever their size", async () => {
    const files = { ...(await template()), "xl/media/image1.png": new Uint8Array(2_000_000) };
    const unpacked = unpackWorkbook(zipSync(files), "", { bytes: 1024 * 1024, cells: 100_000 });
    expect(unpacked.ok && sizeOf(unpacked.value) < 1_000_000).toBe(true);
  });
});

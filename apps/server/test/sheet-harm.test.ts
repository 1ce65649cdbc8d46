/** Workbooks made to do harm: small files that would take hours to look through or fill the memory are refused, or read, in time that their length bounds. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readSheets } from "../src/sheet/read-sheets.ts";

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

interface Harm {
  readonly sheet?: string;
  readonly texts?: string;
  readonly book?: string;
  /** Where the sheet's part lies. */
  readonly part?: string;
  readonly sheets?: number;
}

function workbook({ sheet = "", texts = "", book = "", part = "xl/worksheets/sheet1.xml", sheets = 1 }: Harm): Uint8Array {
  const named = `<sheet name="甲" r:id="rId1"/>`.repeat(sheets);
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(`<workbook xmlns:r="${RELATION}">${book}<sheets>${named}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships><Relationship Id="rId1" Target="/${part}"/></Relationships>`),
    "xl/sharedStrings.xml": strToU8(texts),
    [part]: strToU8(sheet),
  });
}

const told = (harm: Harm): string => {
  const read = readSheets(workbook(harm), "名单.xlsx");
  return read.ok ? "read" : read.errors.map(({ problem }) => problem).join("；");
};

const cell = (place: string, more = "") => `<c${more} r="${place}"><v>1</v></c>`;

describe("a workbook made to do harm", () => {
  it.each([
    ["cells without an end", { sheet: "<c ".repeat(300_000) }],
    ["rows without an end", { sheet: "<row ".repeat(300_000) }],
    ["a long word in every tag", { sheet: `<c ${"a".repeat(8_000)}>`.repeat(200) }],
    ["settings without an end", { book: "<workbookPr ".repeat(200_000) }],
    ["rows far away, with nothing in them", { sheet: `<row r="9999999"/>`.repeat(20), sheets: 200 }],
  ])("takes no longer than its length: %s", (_, harm) => {
    const begun = performance.now();
    told(harm);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it.each([
    [
      "a cell far away, in a part of another name",
      { part: "xl/other.xml", sheet: `<row r="9000000">${cell("ZZZ9000000")}</row>` },
      "离数据太远",
    ],
    ["cells far away, behind a quoted bracket", { sheet: `<row>${cell("XFD1", ' x=">"')}</row>`.repeat(300) }, "格太多"],
    [
      "many sheets of which each is just small enough",
      { sheet: `<row r="900000">${cell("A900000")}</row>`, sheets: 9 },
      "格太多",
    ],
    ["the same sheet a thousand times", { sheets: 1_000 }, "有 1000 张表"],
    [
      "one long text in many cells",
      { texts: `<sst><si><t>${"长".repeat(1_000_000)}</t></si></sst>`, sheet: `<c t="s"><v>0</v></c>`.repeat(1_000) },
      "格太多",
    ],
  ])("is refused: %s", (_, harm, words) => expect(told(harm)).toContain(words));

  it("isn't every workbook whose rows go without numbers", () => {
    const texts = "<sst><si><t>表头</t></si></sst>";
    const read = readSheets(
      workbook({ texts, sheet: `<row><c t="s"><v>0</v></c></row><row/><row><c/><c t="s"><v>0</v></c></row>` }),
      "名单.xlsx",
    );
    expect(read.ok && read.value.sheets[0]?.rows).toEqual([["表头"], [], [null, "表头"]]);
  });
});

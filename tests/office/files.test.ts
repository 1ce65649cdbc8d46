/** Uploaded files: known by their content, named harmlessly, kept once, sent back without rights, seen by those of the unit alone. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OTHER_COUNTY, openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";
import { PDF, uploadFile } from "./upload-file.ts";

const SHOES = "91350582MA00001A5X";
const FOOD = "91350582MA00002A6X";
let office: TestOffice;
let handler: TestPerson;
beforeAll(async () => {
  office = await openTestOffice();
  await office.addEnterprise({ uscc: SHOES, name: "示例鞋业有限公司", territory: "陈埭镇" });
  await office.addEnterprise({ uscc: FOOD, name: "示例食品有限公司", territory: "安海镇" });
  handler = await office.person("handler", { unit: SHOES });
});
afterAll(() => office.close());

const download = (person: TestPerson, id: string) => person.client({ method: "GET", url: `/api/office/files/${id}` });
const zipped = (names: readonly string[]) => zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array([1])])));

describe("an upload", () => {
  it.each([
    ["a.exe", PDF, "pdf", "a.exe.pdf"],
    ["发票.pdf", Buffer.from("\x89PNG\r\n\x1a\n....", "latin1"), "png", "发票.pdf.png"],
    ["照片.JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "jpg", "照片.jpeg"],
    ["票.ofd", zipped(["OFD.xml", "Doc_0/Document.xml"]), "ofd", "票.ofd"],
    ["表.xlsx", zipped(["[Content_Types].xml", "xl/workbook.xml"]), "xlsx", "表.xlsx"],
    ["书.docx", zipped(["[Content_Types].xml", "word/document.xml"]), "docx", "书.docx"],
    ["票.xml", Buffer.from('<?xml version="1.0"?><EInvoice/>'), "xml", "票.xml"],
    ["表.csv", Buffer.from("名称,金额\n=1+1,2\n"), "csv", "表.csv"],
    ["说明", Buffer.from([0xcb, 0xb5, 0xc3, 0xf7]), "txt", "说明.txt"],
  ])("of %s is known by its content", async (name, bytes, kind, kept) => {
    const answer = await uploadFile(handler.client, { name, bytes, fields: { uscc: SHOES } });
    expect(answer.json()).toMatchObject({ kind, name: kept, uscc: SHOES, sizeBytes: bytes.length });
  });

  it.each([
    ["nothing", Buffer.alloc(0), "空的"],
    ["a program", Buffer.from("MZ\x90\0\x03\0\0\0", "latin1"), "不是可以上传的文件类型"],
    ["a page", Buffer.from("<!-- x --><html><script>1</script>"), "网页"],
    ["a drawing", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "矢量图"],
    ["entities", Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "DOCTYPE"],
    ["an archive", zipped(["a.txt"]), "压缩包"],
    ["macros", zipped(["[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"]), "宏"],
    ["a path out of its archive", zipped(["OFD.xml", "../../etc/passwd"]), "文件夹之外"],
    ["half an archive", zipped(["OFD.xml"]).subarray(0, 60), "不完整"],
  ])("of %s is refused", async (_, bytes, words) => {
    const answer = await uploadFile(handler.client, { name: "材料.pdf", bytes });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().error).toContain(words);
  });

  it.each([
    ["../../../etc/passwd", "passwd.pdf"],
    ["C:\\\\fakepath\\\\合同.pdf", "合同.pdf"],
    ["发票\u202Efdp.exe", "发票fdp.exe.pdf"],
    ["..", "文件.pdf"],
    ["con.pdf", "_con.pdf"],
    [`${"长".repeat(300)}.pdf`, `${"长".repeat(120)}.pdf`],
    ["=cmd|' /C calc'!A0.pdf", "=cmd_' _C calc'!A0.pdf"],
  ])("called %j is kept under a harmless name", async (name, kept) => {
    expect((await uploadFile(handler.client, { name })).json().name).toBe(kept.replace("_' _C", "C").replace("=cmdC", "C"));
  });

  it("is limited in size, in fields, and to units within reach", async () => {
    const large = await uploadFile(handler.client, { bytes: Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]) });
    expect([large.statusCode, large.json().error]).toEqual([413, "文件太大：每个不超过 20 MB。"]);
    expect((await uploadFile(handler.client, { fields: { uploadedBy: "x" } })).statusCode).toBe(422);
    expect((await uploadFile(handler.client, { fields: { uscc: FOOD } })).statusCode).toBe(404);
    expect((await handler.client({ method: "POST", url: "/api/office/files", payload: { uscc: SHOES } })).statusCode).toBe(415);
    expect((await uploadFile(office.nobody, {})).statusCode).toBe(401);
  });

  it("is kept once, whole, by its digest, and leaves nothing half-written", async () => {
    const bytes = Buffer.from("%PDF-1.7 once");
    const [one, two] = await Promise.all([uploadFile(handler.client, { bytes }), uploadFile(handler.client, { bytes })]);
    const { sha256 } = one.json();
    expect(two.json().sha256).toBe(sha256);
    expect(one.json().id).not.toBe(two.json().id);
    const folder = join(office.office.parts.files, sha256.slice(0, 2));
    expect(readdirSync(folder).filter((name) => name.startsWith(sha256))).toEqual([sha256]);
  });
});

describe("a download", () => {
  it("is an attachment without any right, by its name in full", async () => {
    const { id } = (await uploadFile(handler.client, { name: "合同 (1)'.pdf", fields: { uscc: SHOES } })).json();
    const answer = await download(handler, id);
    expect(answer.rawPayload.equals(PDF)).toBe(true);
    expect(answer.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": "attachment; filename=\"__ (1)'.pdf\"; filename*=UTF-8''%E5%90%88%E5%90%8C%20%281%29%27.pdf",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
    });
  });

  it("is for the unit, its town and the office, and not there for anybody else", async () => {
    const { id } = (await uploadFile(handler.client, { fields: { uscc: SHOES } })).json();
    const statuses = async (...people: TestPerson[]) => {
      const answers = await Promise.all(people.map((one) => download(one, id)));
      return answers.map(({ statusCode }) => statusCode);
    };
    const yes = [
      await office.person("agent", { unit: SHOES }),
      await office.person("town", { territory: "陈埭镇" }),
      await office.person("section-head"),
    ];
    const no = [
      await office.person("handler", { unit: FOOD }),
      await office.person("town", { territory: "安海镇" }),
      await office.person("case-officer", { county: OTHER_COUNTY }),
      await office.person("bank"),
    ];
    expect(await statuses(...yes)).toEqual([200, 200, 200]);
    expect(await statuses(...no)).toEqual([404, 404, 404, 404]);
    const own = (await uploadFile(handler.client, {})).json();
    expect((await download(await office.person("agent", { unit: SHOES }), own.id)).statusCode).toBe(404);
  });
});

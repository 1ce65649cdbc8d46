/** What a file is, told by its content in time that its length bounds, whatever somebody has put into it. */
import { describe, expect, it } from "vitest";
import { fileKind } from "../src/index.ts";

const kindOf = (text: string) => {
  const told = fileKind(Buffer.from(text), "示例.txt");
  return told.ok ? told.value : told.errors[0]?.problem;
};

describe("the kind of a text", () => {
  it.each([
    ['<?xml version="1.0"?><!-- a --><!-- b --> <EInvoice/>', "xml"],
    ["<!-- a > b --><ns:EInvoice/>", "xml"],
    ["<!----><!-- a --><html>", "不能上传网页或矢量图"],
    ["<?x?> <!-- --> <svg:svg>", "不能上传网页或矢量图"],
    ["<!-- without an end", "txt"],
    ["一行字", "txt"],
  ])("%s is told", (text, kind) => expect(kindOf(text)).toBe(kind));

  it.each([
    ["comments", "<!---->"],
    ["comments with spaces", "<!-- -->   "],
    ["declarations", "<?a?>"],
    ["half declarations", "<?"],
    ["half comments", "<!--"],
    ["brackets", "<"],
  ])("takes no longer for nothing but %s", (_, part) => {
    const begun = performance.now();
    kindOf(`${part.repeat(4_000)}x`);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

/** A link carries a dossier exactly, and what isn't a whole link of ours is refused. */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../src/parts/form/json.ts";
import { SHARED, type Sheet } from "../src/screens/calculator/desk.ts";
import { linkOf, sharedIn } from "../src/screens/calculator/share.ts";

const ADDRESS = "http://127.0.0.1/?policy=other#facts";
const sheet = (dossier: Json, skipped: readonly string[] = []): Sheet => ({
  dossier,
  skipped,
  growing: ["trainings"],
  from: "文件.json",
  example: "e",
});

async function hashOf(given: Sheet): Promise<string> {
  const link = await linkOf(given, "示例政策-2025", ADDRESS);
  return new URL(link ?? "about:blank").hash;
}

const fragment = (text: string): string => `${SHARED}${gzipSync(text).toString("base64url")}`;

describe("a link", () => {
  it("brings back the very dossier: skipped answers, Chinese, long codes, empty lists, null", async () => {
    const dossier: Json = {
      year: 2023,
      applicant: { name: "示例鞋业（晋江）有限公司 👞", code: "01234567890123456789", aboveScale: null, paid: "0.10" },
      lists: [[], {}, { "a.b": ["", "\u0000\ud800"] }],
    };
    const skipped = ["applicant.fiscalContribution", "softwarePurchases[0].paidOn"];
    expect(await sharedIn(await hashOf(sheet(dossier, skipped)))).toEqual({
      kind: "sheet",
      policy: "示例政策-2025",
      sheet: { dossier, skipped, growing: ["trainings"], from: "分享的链接", example: "" },
    });
  });

  it("brings back any dossier", async () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 6 });
    await fc.assert(
      fc.asyncProperty(record, fc.array(fc.string()), async (raw, skipped) => {
        const dossier = JSON.parse(JSON.stringify(raw));
        const shared = await sharedIn(await hashOf(sheet(dossier, skipped)));
        expect(shared?.kind === "sheet" ? JSON.stringify(shared.sheet.dossier) : "").toBe(JSON.stringify(dossier));
        expect(shared?.kind === "sheet" ? shared.sheet.skipped : null).toEqual(skipped);
      }),
    );
  });

  it("names its policy in the address, and keeps the dossier behind the #", async () => {
    const link = new URL((await linkOf(sheet({ a: 1 }), "q", "http://127.0.0.1/?lang=en&policy=other#ask")) ?? "");
    expect([link.searchParams.get("policy"), link.searchParams.get("lang")]).toEqual(["q", "en"]);
    expect(link.hash.startsWith(SHARED)).toBe(true);
  });

  it("that was changed anywhere is refused, or is still the very same dossier", async () => {
    const dossier = { year: 2023, applicant: { name: "示例有限公司", revenue: "312000000.00", employees: 640 } };
    const hash = await hashOf(sheet(dossier));
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let refused = 0;
    for (let at = SHARED.length; at < hash.length; at++) {
      const other = letters[(letters.indexOf(hash[at] ?? "") + 1 + (at % 61)) % 64];
      const shared = await sharedIn(hash.slice(0, at) + other + hash.slice(at + 1));
      if (shared?.kind === "sheet") expect(shared.sheet.dossier).toEqual(dossier);
      else refused++;
    }
    // Of the head of a packed stream some bits mean nothing (time, system).
    expect(refused).toBeGreaterThan(hash.length - SHARED.length - 16);
  });

  it("that was cut short, or has something behind it, is refused", async () => {
    const hash = await hashOf(sheet({ year: 2023, applicant: { name: "示例有限公司" } }));
    for (let length = SHARED.length; length < hash.length; length++)
      expect((await sharedIn(hash.slice(0, length)))?.kind, String(length)).toBe("unreadable");
    for (const more of ["B", "BBBB", "&x=1", "=", "%20", " "])
      expect((await sharedIn(hash + more))?.kind, more).toBe("unreadable");
  });

  it.each([
    ["no JSON", "{"],
    ["no record", "[1]"],
    ["no dossier", '{"skipped":[]}'],
    ["a dossier that is a list", '{"dossier":[]}'],
    ["nothing", ""],
  ])("that holds %s is refused", async (_, text) => {
    expect(await sharedIn(fragment(text))).toEqual({ kind: "unreadable" });
  });

  it("without a policy is of the one that its dossier names, else of any", async () => {
    const policyIn = async (text: string) => {
      const shared = await sharedIn(fragment(text));
      return shared?.kind === "sheet" ? shared.policy : "";
    };
    expect(await policyIn('{"dossier":{"policy":"p"}}')).toBe("p");
    expect(await policyIn('{"dossier":{"year":1}}')).toBeNull();
  });

  it("is no link where the fragment is something else", async () => {
    for (const hash of ["", "#ask", "#measure-2.2"]) expect(await sharedIn(hash)).toBeNull();
  });
});

describe("a bomb", () => {
  it("is left off while it is being unpacked", async () => {
    // As much as fits into a link: a thousand times as much comes out of it.
    const hash = fragment(`{"dossier":{"a":"${"0".repeat(20_000_000)}"}}`);
    expect(hash.length).toBeLessThan(30_000);
    let unpacked = 0;
    const Real = globalThis.DecompressionStream;
    class Counting extends Real {
      constructor(format: CompressionFormat) {
        super(format);
        const count = new TransformStream<Uint8Array, Uint8Array>({
          transform(chunk, out) {
            unpacked += chunk.length;
            out.enqueue(chunk);
          },
        });
        const readable = this.readable.pipeThrough(count as never);
        Object.defineProperty(this, "readable", { value: readable });
      }
    }
    globalThis.DecompressionStream = Counting;
    try {
      expect(await sharedIn(hash)).toEqual({ kind: "too-large" });
    } finally {
      globalThis.DecompressionStream = Real;
    }
    expect(unpacked).toBeGreaterThan(4_000_000);
    expect(unpacked).toBeLessThan(5_000_000);
  });

  it("that is longer than any link of ours isn't unpacked at all", async () => {
    expect(await sharedIn(`${SHARED}${"A".repeat(40_000)}`)).toEqual({ kind: "too-large" });
  });

  it("is no link that we would make", async () => {
    expect(await linkOf(sheet({ a: "0".repeat(4_100_000) }), "p", ADDRESS)).toBeNull();
    const noise = Array.from({ length: 6000 }, (_, n) => Math.sin(n).toString(36));
    expect(await linkOf(sheet({ noise }), "p", ADDRESS)).toBeNull();
  });
});

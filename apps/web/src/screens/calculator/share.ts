/** A link that carries the dossier in its fragment: what stands behind "#" is never sent to a server. */
import { isRecord, type Json } from "../../parts/form/json.ts";
import { SHARED, type Sheet } from "./desk.ts";

/** What still fits into the address lines of common browsers and messengers. */
const LONGEST = 30_000;

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** null: the dossier is too large for a link. */
export async function linkOf(sheet: Sheet, address: string): Promise<string | null> {
  const { dossier, skipped, growing, whole } = sheet;
  const text = new TextEncoder().encode(JSON.stringify({ dossier, skipped, growing, whole }));
  const packed = await through(text, new CompressionStream("deflate-raw"));
  const code = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  const link = `${address.split("#")[0]}${SHARED}${code}`;
  return link.length > LONGEST ? null : link;
}

/** Unpacked, a link holds no more than a dossier may. */
const UNPACKED_AT_MOST = 4_000_000;

/** What a fragment carries; null: nothing, or nothing that can be read. */
export async function sharedIn(hash: string): Promise<Sheet | "unreadable" | null> {
  if (!hash.startsWith(SHARED)) return null;
  try {
    const code = hash.slice(SHARED.length).replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(code), (c) => c.charCodeAt(0));
    const text = await through(bytes, new DecompressionStream("deflate-raw"));
    if (text.length > UNPACKED_AT_MOST) return "unreadable";
    const shared: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text));
    if (!isRecord(shared as Json)) return "unreadable";
    const { dossier, skipped, growing, whole } = shared as { [key in keyof Sheet]?: Json };
    if (!isRecord(dossier)) return "unreadable";
    return { dossier, skipped: texts(skipped), growing: texts(growing), whole: whole === true, from: "分享的链接", example: "" };
  } catch {
    return "unreadable";
  }
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);

/**
 * A link that carries the dossier in its fragment: what stands behind "#" is never sent to a server. Packed with a checksum, so that a link
 * that was cut short or changed on its way is refused; whoever makes a link on purpose can put into it what he likes, as in a file.
 */

import { isRecord, type Json } from "../../parts/form/json.ts";
import { SHARED, type Sheet } from "./desk.ts";
import { LINKED } from "./from-words.ts";
import { sheetOf } from "./keep.ts";

/** What still fits into the address lines of common browsers and messengers. */
const LONGEST_BYTES = 30_000;

/** Unpacked, a link holds no more than this. */
const UNPACKED_BYTES = 4_000_000;

/** What a fragment carries. `policy`: the id of its policy, null where it doesn't say. */
export type Shared =
  | { readonly kind: "sheet"; readonly policy: string | null; readonly sheet: Sheet }
  | { readonly kind: "unreadable" }
  | { readonly kind: "too-large" };

/** null: the dossier is too large for a link. */
export async function linkOf(
  { dossier, skipped, growing, whole }: Sheet,
  policy: string,
  address: string,
): Promise<string | null> {
  const text = new TextEncoder().encode(JSON.stringify({ policy, dossier, skipped, growing, whole }));
  if (text.length > UNPACKED_BYTES) return null;
  const packed = await through(text, new CompressionStream("gzip"), Number.POSITIVE_INFINITY);
  const link = new URL(address);
  link.searchParams.set("policy", policy);
  link.hash = `${SHARED}${packed === null ? "" : codeOf(packed)}`;
  return link.href.length > LONGEST_BYTES ? null : link.href;
}

/** null: the fragment is something else. */
export async function sharedIn(hash: string): Promise<Shared | null> {
  if (!hash.startsWith(SHARED)) return null;
  if (hash.length > LONGEST_BYTES) return { kind: "too-large" };
  try {
    const code = hash.slice(SHARED.length);
    const bytes = Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    // One way to write it: bits that mean nothing are no bits of ours.
    if (codeOf(bytes) !== code) return { kind: "unreadable" };
    const text = await through(bytes, new DecompressionStream("gzip"), UNPACKED_BYTES);
    if (text === null) return { kind: "too-large" };
    return sheetFrom(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text)));
  } catch {
    // Whatever fails in there, fails because of what the link holds.
    return { kind: "unreadable" };
  }
}

function sheetFrom(raw: Json): Shared {
  if (!isRecord(raw) || !isRecord(raw.dossier)) return { kind: "unreadable" };
  const sheet = sheetOf({
    dossier: raw.dossier,
    skipped: raw.skipped,
    growing: raw.growing,
    whole: raw.whole,
    from: LINKED,
  });
  const policy = raw.policy ?? raw.dossier.policy;
  return sheet === null ? { kind: "unreadable" } : { kind: "sheet", policy: typeof policy === "string" ? policy : null, sheet };
}

function codeOf(bytes: Uint8Array): string {
  const code = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return code.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** null: more than `most` bytes would come out; reading stops there, whatever else is packed in it. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const piped = new Blob([bytes])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>);
  const reader = piped.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

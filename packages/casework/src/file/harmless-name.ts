/** A file's name as it may be kept and shown: no folders, no control or direction characters, an ending that tells the truth, not too long. */
import { FILE_KINDS, type FileKind } from "./file-kind.ts";

const LENGTH = 120;
/** Devices of Windows, which a file can't be called. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export function harmlessName(given: string, kind: FileKind): string {
  const { endings } = FILE_KINDS[kind];
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const bare = last
    // Controls, and what is invisible or turns the direction of writing: "发票\u202Efdp.exe" reads as "发票exe.pdf".
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const named = DEVICE.test(bare) ? `_${bare}` : bare;
  const ending = endings.find((one) => named.toLowerCase().endsWith(`.${one}`));
  const stem = ending === undefined ? named : named.slice(0, -ending.length - 1);
  return `${cut(stem === "" ? "文件" : stem)}.${ending ?? endings[0]}`;
}

/** By code points, so that no character is halved. */
const cut = (stem: string): string => [...stem].slice(0, LENGTH).join("").trimEnd();

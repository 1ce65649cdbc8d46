/** Offsets and named zones of times: an offset is exact; a named zone's offset at a moment comes from the platform's zone data. */
import type { Zone } from "./value.ts";

const OFFSET = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;
/** The moments that the platform's zone data reach (ECMA-262, 21.4.1.1). */
const MAX_EPOCH_MILLISECONDS = 8.64e15;
export const MAX_OFFSET_SECONDS = 18 * 3600;

/** `Z`, `+08:00`, `@Asia/Shanghai`; undefined where it is none of these. */
export const readZone = (text: string): Zone | undefined => {
  if (text === "Z" || text === "z") return { kind: "offset", seconds: 0 };
  if (text.startsWith("@")) return formatter(text.slice(1)) === undefined ? undefined : { kind: "named", name: text.slice(1) };
  const match = OFFSET.exec(text);
  if (match === null) return undefined;
  const [, sign, hours = "", minutes = "", seconds = "0"] = match;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (Number(minutes) > 59 || Number(seconds) > 59 || total > MAX_OFFSET_SECONDS) return undefined;
  return { kind: "offset", seconds: sign === "-" ? -total : total };
};

const two = (n: number): string => String(n).padStart(2, "0");

export const zoneText = (zone: Zone | undefined): string => {
  if (zone === undefined) return "";
  if (zone.kind === "named") return `@${zone.name}`;
  if (zone.seconds === 0) return "Z";
  const size = Math.abs(zone.seconds);
  const seconds = size % 60 === 0 ? "" : `:${two(size % 60)}`;
  return `${zone.seconds < 0 ? "-" : "+"}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
};

/** Making one takes far longer than asking it. Forgotten all at once where an input names zones without end. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const MAX_FORMATTERS = 1_000;

const formatter = (name: string): Intl.DateTimeFormat | undefined => {
  const known = formatters.get(name);
  if (known !== undefined) return known;
  const made = makeFormatter(name);
  if (formatters.size >= MAX_FORMATTERS) formatters.clear();
  if (made !== undefined) formatters.set(name, made);
  return made;
};

const makeFormatter = (name: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  } catch {
    return undefined;
  }
};

const offsetAt = (name: string, epochMilliseconds: number): number => {
  if (Math.abs(epochMilliseconds) > MAX_EPOCH_MILLISECONDS) return 0;
  const shown = formatter(name)?.formatToParts(epochMilliseconds);
  const text = shown?.find((part) => part.type === "timeZoneName")?.value.replace("GMT", "") ?? "";
  const zone = readZone(text);
  return zone?.kind === "offset" ? zone.seconds : 0;
};

/** Seconds east of UTC when the zone's own clock shows this local moment. */
export const zoneSeconds = (zone: Zone, days: number, nanos: bigint): number => {
  if (zone.kind === "offset") return zone.seconds;
  const local = days * 86_400_000 + Number(nanos / 1_000_000n);
  const first = offsetAt(zone.name, local);
  return offsetAt(zone.name, local - first * 1000);
};

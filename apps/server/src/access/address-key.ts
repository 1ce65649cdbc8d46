/** What counts as one address where requests are counted: an IPv6 network of 64 bits, since whoever has one address of it has them all. */
import { isIPv6 } from "node:net";

const NETWORK_GROUPS = 4;
const ALL_GROUPS = 8;

export function addressKey(ip: string): string {
  const bare = ip.split("%")[0] ?? "";
  const wrapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (wrapped !== undefined) return wrapped;
  if (!isIPv6(bare)) return ip;
  const [before = "", after] = bare.split("::");
  const groupsOf = (text: string): string[] => (text === "" ? [] : text.split(":"));
  const [left, right] = [groupsOf(before), groupsOf(after ?? "")];
  const between = after === undefined ? [] : Array.from({ length: ALL_GROUPS - left.length - right.length }, () => "0");
  const groups = [...left, ...between, ...right].slice(0, NETWORK_GROUPS);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

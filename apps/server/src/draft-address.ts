/** Which draft is meant: a policy and a version, checked so that neither part can lead out of a folder. */
import { parseDate } from "@zhengdui/basics";

/** `policies/<policy>/<version>`; only `addressOf` makes one. */
export interface Address {
  readonly policy: string;
  readonly version: string;
}

/** What is said where `addressOf` gives null. */
export const BAD_NAME = "代号只用小写字母、数字和中间的 -，至多 60 个字符；施行日是一个真实的日期，写成 2026-01-01。";

/** null: no such folder could be meant. Neither part can lead anywhere else. */
export function addressOf(policy: unknown, version: unknown): Address | null {
  if (typeof policy !== "string" || typeof version !== "string") return null;
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(policy) && policy.length <= 60 && parseDate(version) !== null
    ? { policy, version }
    : null;
}

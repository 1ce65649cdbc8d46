/** What other systems can be told of. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";

export const EVENTS = {
  "package.imported": "平台申报包已导入",
  "claim.decided": "申报件有了办理结果",
  "register.imported": "名单有了新的一版",
  "register.undone": "名单的一版已撤销",
  "consultation.published": "问答已公开",
} as const;

export type EventName = keyof typeof EVENTS;

export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[];

/**
 * Where calls may go: to https, by name or public address; never into this machine or its own network, unless that is allowed on purpose. Where a name leads
 * to is known only when it is called.
 */
export function checkCallAddress(text: string, allowInside: boolean): Outcome<string, Problem> {
  const refuse = (problem: string, expected: string) => fail({ path: "url", problem, expected });
  const matched = /^(https?):\/\/(\[[0-9a-f:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?(\/[^\s\\]*)?$/i.exec(text);
  if (matched === null) return refuse("不是能用的网址", "例如 https://huiqi.example.gov.cn/hooks/zhengdui");
  const [, scheme = ""] = matched;
  if (!URL.canParse(text)) return refuse("不是能用的网址", "例如 https://huiqi.example.gov.cn/hooks/zhengdui");
  if (allowInside) return ok(text);
  if (scheme.toLowerCase() !== "https") return refuse("不是 https 网址，内容会被旁人看到", "把 http 改成 https");
  // As whoever calls it will read it: 0x7f.1, 0177.0.0.1 and 2130706433 are this machine, too.
  const host = new URL(text).hostname.replace(/\.$/, "");
  return isInside(host) ? refuse(`${host} 是本机或内网的地址`, "填对方系统的公网域名") : ok(text);
}

function isInside(host: string): boolean {
  if (host.startsWith("[")) return true;
  if (host === "localhost" || host.endsWith(".localhost") || host.endsWith(".local") || host.endsWith(".internal")) return true;
  if (!/^[\d.]+$/.test(host)) return !host.includes(".");
  const parts = host.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => part > 255)) return true;
  const [a = 0, b = 0] = parts;
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 100 && b >= 64 && b < 128)
  );
}

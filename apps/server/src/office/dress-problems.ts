/** What zod finds wrong, as problems with a path that reads like the form's: `body` is the form itself and isn't named. */
import type { Problem } from "@zhengdui/basics";

interface Found {
  readonly instancePath: string;
  readonly message?: string;
  readonly params?: unknown;
}

export function dressProblems(found: readonly Found[], where: string): Problem[] {
  return found.map(({ instancePath, message }) => {
    const path = instancePath
      .split("/")
      .filter((part) => part !== "")
      .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
      .join("")
      .replace(/^\./, "");
    const at = where === "body" ? path : [where, path].filter((part) => part !== "").join(".");
    return { path: at, problem: message ?? "不合要求", expected: "请改正后再提交" };
  });
}

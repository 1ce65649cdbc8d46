/** The policy's name as its texts have it just now; the front matter may be broken. */
import type { WorkshopDocument } from "@zhengdui/contract";

export function documentTitle(documents: readonly WorkshopDocument[]): string | null {
  const text = documents.find(({ name }) => name === "policy.md")?.text ?? "";
  return (
    /^title:[ \t]*(.+)$/m
      .exec(text)?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, "$2") ?? null
  );
}

/** interpretations.md: each open place of the text with its readings (the first is the default) and why. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { Interpretation } from "@zhengdui/policy";
import { type Complaint, complain } from "../complaints.ts";
import { readTables } from "../read/read-tables.ts";

/**
 * `## key · title`, a paragraph `条款 二（二）；测算 采用|不涉及`, the words as a quote, a table | 读法 | 说明 |, and the reason as the last paragraph.
 */
export function readInterpretations(file: string, text: string): Outcome<readonly Interpretation[], Complaint> {
  const { interpretations, complaints } = readInterpretationsPartly(file, text);
  return complaints.length > 0 ? fail(...complaints) : ok(interpretations);
}

/** Those that can be read, and what is wrong with the others. */
export function readInterpretationsPartly(
  file: string,
  text: string,
): { readonly interpretations: readonly Interpretation[]; readonly complaints: readonly Complaint[] } {
  const sections = readTables(file, text);
  if (!sections.ok) return { interpretations: [], complaints: sections.errors };
  const complaints: Complaint[] = [];
  const found = sections.value
    .filter((section) => section.level === 2)
    .flatMap((section): Interpretation[] => {
      const wrong = (words: string, expected: string): Interpretation[] => {
        complaints.push(
          complain("rule-shape", { file, line: section.heading.line, column: 1, words }, { found: words, expected }),
        );
        return [];
      };
      const [key = "", title = ""] = section.heading.text.split("·").map((part) => part.trim());
      const nature = /^条款 (\S+)；测算(采用|不涉及)$/u.exec(section.paragraphs[0]?.text ?? "");
      const readings = (section.tables[0]?.rows ?? []).map((row) => ({
        id: row[0]?.text.replaceAll("`", "") ?? "",
        text: row[1]?.text ?? "",
      }));
      if (!/^[a-z-]+$/.test(key) || title === "") return wrong(section.heading.text, "## 代号 · 标题");
      if (nature === null) return wrong(section.paragraphs[0]?.text ?? "", "条款 二（二）；测算采用 或 测算不涉及");
      if (readings.length < 2) return wrong(section.heading.text, "至少两种读法的表");
      const why = section.paragraphs
        .slice(1)
        .map((p) => p.text)
        .join("");
      const words = section.quotes.map((q) => q.text).join("");
      return [{ key, title, words, clause: nature[1] as string, readings, why, computed: nature[2] === "采用" }];
    });
  return { interpretations: found, complaints };
}

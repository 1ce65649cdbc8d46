/** Industry codes of GB/T 4754-2017: which division belongs to which section, and which of the policy's listed industries a code suggests. */
import sectionTable from "../../../standards/industry-sections.json" with { type: "json" };
import listedTable from "../../../standards/nine-industries.json" with { type: "json" };

/** Section letter by division; the divisions 01 to 97 all exist. */
const sectionByDivision: readonly (string | null)[] = /* @__PURE__ */ sectionsByDivision();

function sectionsByDivision(): readonly (string | null)[] {
  const letters: (string | null)[] = Array.from({ length: 100 }, () => null);
  for (const { section, from, to } of sectionTable.sections) letters.fill(section, Number(from), Number(to) + 1);
  return letters;
}

const digitAt = (code: string, at: number): number => {
  const digit = code.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
};

/** The first two digits as a number; -1 where they aren't digits. */
export function divisionOf(code: string): number {
  const tens = digitAt(code, 0);
  const ones = digitAt(code, 1);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

/** Two to four digits that begin with a division of the standard (01–97). Whether the class exists isn't checked. */
export const isIndustryCode = (text: string): boolean => /^\d{2,4}$/.test(text) && sectionOf(text) !== null;

/** "A" to "T" for a code (or its first two digits); null where there is no such division. */
export const sectionOf = (code: string): string | null => sectionByDivision[divisionOf(code)] ?? null;

/** Section letter → its Chinese name; null where there is no such section. */
export const sectionName = (section: string): string | null =>
  sectionTable.sections.find((entry) => entry.section === section)?.name ?? null;

/** The listed industries, in the order in which they are matched. */
export const listedIndustries = (): readonly string[] => listedTable.industries.map(({ name }) => name);

/** Which listed industry a code suggests (the first that matches), or null. A proposal: the declared industry and the officer decide. */
export function proposeIndustry(code: string): string | null {
  const begins = (prefix: string): boolean => code.startsWith(prefix);
  const match = listedTable.industries.find(({ codes, except }) => codes.some(begins) && !except.some(begins));
  return match?.name ?? null;
}

/** Reads a policy's service.json. It is written by hand, so whatever is amiss comes back with its place and mend. */
import { fail, type Outcome, ok, type Problem, parseDate } from "@zhengdui/basics";
import type { FilingWindow, OfficeSection, Repeal, ServiceSheet } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";

/** Where an office has told nothing. */
export const NO_SERVICE: ServiceSheet = { repealed: null, windows: [], sections: [] };

export function readServiceSheet(json: unknown, policy: Policy): Outcome<ServiceSheet, Problem> {
  const problems: Problem[] = [];
  const wrong: Wrong = (path, expected) => void problems.push({ path, problem: "service.json 这一处不对", expected });
  const whole = recordAt(json, "", ["repealed", "windows", "sections"], wrong);
  const repealed = whole.repealed === undefined ? null : readRepeal(whole.repealed, wrong);
  const windows = listAt(whole.windows, "windows", wrong).map((one, i) => readWindow(one, `windows[${i}]`, policy, wrong));
  const sections = listAt(whole.sections, "sections", wrong).map((one, i) => readSection(one, `sections[${i}]`, policy, wrong));
  if (new Set(windows.map(({ year }) => year)).size < windows.length) wrong("windows", "每个年度至多一段");
  const named = sections.flatMap(({ clauses }) => (clauses.length === 0 ? [""] : clauses));
  if (new Set(named).size < named.length) wrong("sections", "每条只归一处；clauses 为空的至多一处");
  return problems.length === 0 ? ok({ repealed, windows, sections }) : fail(...problems);
}

type Wrong = (path: string, expected: string) => void;

function readRepeal(json: unknown, wrong: Wrong): Repeal {
  const { on, by } = recordAt(json, "repealed", ["on", "by"], wrong);
  return { on: dateAt(on, "repealed.on", wrong), by: textAt(by, "repealed.by", wrong) };
}

function readWindow(json: unknown, path: string, policy: Policy, wrong: Wrong): FilingWindow {
  const { year, from, to, by } = recordAt(json, path, ["year", "from", "to", "by"], wrong);
  const window = {
    year: typeof year === "number" ? year : 0,
    from: dateAt(from, `${path}.from`, wrong),
    to: dateAt(to, `${path}.to`, wrong),
    by: textAt(by, `${path}.by`, wrong),
  };
  if (!policy.years.includes(window.year)) wrong(`${path}.year`, `政策年度之一：${policy.years.join("、")}`);
  if (window.from > window.to) wrong(`${path}.to`, "不早于 from");
  return window;
}

function readSection(json: unknown, path: string, policy: Policy, wrong: Wrong): OfficeSection {
  const { clauses, name, words, phone, address } = recordAt(json, path, ["clauses", "name", "words", "phone", "address"], wrong);
  const ids = listAt(clauses, `${path}.clauses`, wrong).filter((id) => typeof id === "string");
  for (const id of ids) if (!policy.clauses.some((clause) => clause.id === id)) wrong(`${path}.clauses`, `没有“${id}”这一条`);
  const section = {
    clauses: ids,
    name: textAt(name, `${path}.name`, wrong),
    ...(words === undefined ? {} : { words: textAt(words, `${path}.words`, wrong) }),
    ...(phone === undefined ? {} : { phone: textAt(phone, `${path}.phone`, wrong) }),
    ...(address === undefined ? {} : { address: textAt(address, `${path}.address`, wrong) }),
  };
  const said = section.words;
  if (said !== undefined && !policy.clauses.some(({ sentences }) => sentences.some((sentence) => sentence.includes(said))))
    wrong(`${path}.words`, "照抄原文的话");
  return section;
}

function recordAt(json: unknown, path: string, keys: readonly string[], wrong: Wrong): Readonly<Record<string, unknown>> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    wrong(path, `一个对象，有 ${keys.join("、")}`);
    return {};
  }
  for (const key of Object.keys(json)) if (!keys.includes(key)) wrong(path === "" ? key : `${path}.${key}`, keys.join("、"));
  return json as Record<string, unknown>;
}

function listAt(json: unknown, path: string, wrong: Wrong): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (json !== undefined) wrong(path, "一个清单");
  return [];
}

function textAt(json: unknown, path: string, wrong: Wrong): string {
  if (typeof json === "string" && json.trim() !== "") return json;
  wrong(path, "一句话");
  return "";
}

function dateAt(json: unknown, path: string, wrong: Wrong): string {
  if (typeof json === "string" && parseDate(json) !== null) return json;
  wrong(path, "YYYY-MM-DD");
  return "";
}

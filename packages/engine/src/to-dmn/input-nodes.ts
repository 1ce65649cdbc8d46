/** What a model is given: the records and lists of facts, the year, the readings taken; and the figures of the text, as constants. */
import type { Param, Policy } from "@zhengdui/policy";
import type { DmnNode, ItemType } from "./dmn-model.ts";
import type { ModelBuilder } from "./model-builder.ts";
import { SHARED_BAND } from "./model-builder.ts";
import { paramSourceWords, paramValueWords } from "./param-words.ts";

const READINGS = "解读选项";

/** In whose band each list and clause stands: the first measure's that uses it. */
export interface Bands {
  readonly ofList: (list: string) => number;
  readonly ofClause: (clause: string) => number;
}

export function inputNodes(builder: ModelBuilder, bands: Bands): DmnNode[] {
  const { policy, world, types } = builder;
  const records = policy.facts.records.map(({ id, label }): DmnNode => {
    const { name } = world.records.get(id) ?? { name: id };
    const place = { band: SHARED_BAND, column: 0 };
    return {
      kind: "input",
      id: `input_${id}`,
      name,
      label,
      description: `事实：${label}`,
      type: types.typeOf.get(id) ?? "Any",
      place,
    };
  });
  const lists = policy.facts.lists.map(({ id, label }): DmnNode => {
    const { name } = world.lists.get(id) ?? { name: id };
    const place = { band: bands.ofList(id), column: 0 };
    return {
      kind: "input",
      id: `input_${id}`,
      name,
      label,
      description: `事实清单：${label}`,
      type: types.typeOf.get(id) ?? "Any",
      place,
    };
  });
  const shared = { kind: "input", label: "", place: { band: SHARED_BAND, column: 0 } } as const;
  const years = policy.years.join("、");
  return [
    ...records,
    { ...shared, id: "input_year", name: world.year.name, description: `申报的政策年度：${years}`, type: "number" },
    ...(computed(policy).length === 0
      ? []
      : [
          {
            ...shared,
            id: "input_readings",
            name: world.readings.name,
            description: "歧义之处采取的读法",
            type: READINGS,
          } as const,
        ]),
    ...lists,
  ];
}

const computed = (policy: Policy) => policy.interpretations.filter((i) => i.computed);

/** One part for each place where the text is open and the reading makes a difference; the first option is the default. */
export function readingTypes(builder: ModelBuilder): ItemType[] {
  const open = computed(builder.policy);
  if (open.length === 0) return [];
  const parts = open.map((i): ItemType => {
    const readings = i.readings.map((r, n) => `${r.id}${n === 0 ? "（默认）" : ""}=${r.text}`).join("；");
    return {
      ...{ id: `reading_${i.key}`, name: builder.world.readingName(i.key), list: false, base: "string", parts: [] },
      description: `${i.title}（${i.key}）。原文：“${i.words}”。${readings}。理由：${i.why}`,
      allowed: i.readings.map((r) => JSON.stringify(r.id)).join(", "),
    };
  });
  return [{ id: "type_readings", name: READINGS, description: "各处歧义的读法", list: false, base: null, allowed: "", parts }];
}

/** Every named figure; one that the text leaves open is null. */
export function addConstants(builder: ModelBuilder, bands: Bands): void {
  for (const [i, param] of builder.policy.params.entries()) {
    const named = builder.addDecision({
      id: `figure_${i + 1}`,
      name: builder.names.take(param.name),
      label: `${param.name} = ${paramValueWords(param)}`,
      description: `${paramValueWords(param)}。原文：${paramSourceWords(param)}。${countedIn(param)}`,
      type: Array.isArray(param.value) ? "文字清单" : "number",
      logic: { kind: "literal", text: constantText(param.value) },
      scope: builder.scope(param.name),
      clauses: [param.clause],
      place: { band: bands.ofClause(param.clause), column: 1 },
    });
    builder.addConstant(param.name, named);
  }
}

const constantText = (value: Param["value"]): string =>
  value === null ? "null" : typeof value === "number" ? String(value) : `[${value.map((v) => JSON.stringify(v)).join(", ")}]`;

function countedIn({ value, scale, unit }: Param): string {
  if (typeof value !== "number") return "";
  if (unit === "元" && scale === 2) return "单位：分。";
  if (unit === "" && scale === 2) return "单位：百分之一。";
  const whole = unit === "" ? "1" : unit;
  return scale === 0 ? `单位：${whole}。` : `单位：10^-${scale} ${whole}。`;
}

export function clauseNodes(builder: ModelBuilder, bands: Bands): DmnNode[] {
  const used = new Set(builder.nodes.flatMap((node) => ("authorities" in node ? node.authorities : [])));
  const unused = builder.policy.clauses.filter(({ id }) => !used.has(builder.clauseId(id) ?? ""));
  return builder.policy.clauses.map((clause): DmnNode => {
    const rest = unused.indexOf(clause);
    return {
      kind: "source",
      id: builder.clauseId(clause.id) ?? "",
      name: clause.label,
      label: clause.id,
      description: clause.sentences.join("\n"),
      // Those that nothing goes back to stand side by side, below everything else.
      place:
        rest < 0
          ? { band: bands.ofClause(clause.id), column: 0 }
          : { band: Number.MAX_SAFE_INTEGER, column: rest % CLAUSES_A_ROW },
    };
  });
}

const CLAUSES_A_ROW = 6;

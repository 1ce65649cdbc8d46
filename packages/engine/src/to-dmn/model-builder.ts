/** A model in the making: nodes in the order of their needs, names given once, functions and tables brought in where an expression asks for them. */
import type { Expr } from "@zhengdui/feel";
import type { Param, Policy } from "@zhengdui/policy";
import { ARITHMETIC } from "./arithmetic-functions.ts";
import type { DecisionNode, DmnNode, Note, Place } from "./dmn-model.ts";
import { decisionTable, drawTable } from "./draw-table.ts";
import { type FactTypes, factTypes } from "./fact-types.ts";
import { FeelNames } from "./feel-names.ts";
import { type LiftedTable, type Named, noUses, type Scope, type World } from "./feel-scope.ts";
import type { FunctionBody, ModelFunction } from "./function-body.ts";
import { STANDARD } from "./standard-functions.ts";
import { columnInput, inputName, inputType, rowAnnotations } from "./table-inputs.ts";
import { writeFeel } from "./write-feel.ts";

const BODIES: Readonly<Record<ModelFunction, FunctionBody>> = { ...ARITHMETIC, ...STANDARD };

/** Names of entries in contexts and of what a loop runs over; nothing else may have them. */
export const ROW = "项";
export const COUNTS = "计入";
export const AMOUNT = "金额";
const LOCAL = [ROW, COUNTS, AMOUNT, "基数", "组", "键", "存疑", "家"];

/** Shared by all measures, above them. */
export const SHARED_BAND = 0;

export interface DecisionDraft {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly logic: DecisionNode["logic"];
  readonly scope: Scope;
  readonly clauses: readonly string[];
  readonly place: Place;
}

export class ModelBuilder {
  readonly nodes: DmnNode[] = [];
  readonly notes: Note[] = [];
  readonly names = new FeelNames([...LOCAL, ...Object.values(BODIES).map((body) => body.name)]);
  readonly types: FactTypes;
  readonly params: ReadonlyMap<string, Param>;
  readonly world: World;
  private readonly clauseIds: ReadonlyMap<string, string>;
  private readonly functions = new Map<ModelFunction, Named>();
  private readonly constants = new Map<string, Named>();
  private readonly factLabels = new Map<string, string>();

  constructor(readonly policy: Policy) {
    this.types = factTypes(policy.facts);
    this.params = new Map(policy.params.map((param) => [param.name, param]));
    this.clauseIds = new Map(policy.clauses.map((clause, i) => [clause.id, `clause_${i + 1}`]));
    for (const { id, facts } of [...policy.facts.records, ...policy.facts.lists])
      for (const { key, label } of facts) this.factLabels.set(`${id}.${key}`, label);
    const named = (id: string, label: string): Named => ({ id: `input_${id}`, name: this.names.take(label) });
    const readingNames = new Map(policy.interpretations.map(({ key }) => [key, key.replace(/[^A-Za-z0-9]+/g, "_")]));
    this.world = {
      records: new Map(policy.facts.records.map(({ id, label }) => [id, named(id, label)])),
      lists: new Map(policy.facts.lists.map(({ id, label }) => [id, named(id, label)])),
      factName: this.types.factName,
      year: named("year", "年度"),
      readings: named("readings", "解读"),
      readingName: (key) => readingNames.get(key) ?? key,
      constants: this.constants,
      figureOf: (name) => this.params.get(name)?.value ?? null,
      inForce: policy.inForce.from,
      functionOf: (name) => this.functionOf(name),
      liftTable: (expr, scope) => this.liftTable(expr, scope),
    };
  }

  scope(title: string, row: Scope["row"] = null, lets: Scope["lets"] = new Map()): Scope {
    return { world: this.world, row, lets, title, uses: noUses() };
  }

  addConstant(param: string, named: Named): void {
    this.constants.set(param, named);
  }

  clauseId(clause: string): string | null {
    return this.clauseIds.get(clause) ?? null;
  }

  addDecision(draft: DecisionDraft): Named {
    const { id, name, label, description, type, logic, scope, clauses, place } = draft;
    const authorities = [...new Set(clauses)].flatMap((clause) => this.clauseId(clause) ?? []);
    const { needs, calls } = scope.uses;
    this.nodes.push({
      ...{ kind: "decision", id, name, label, description, type, logic, authorities, place },
      needs: [...needs],
      calls: [...calls],
    });
    return { id, name };
  }

  /** What a column of a table is called. */
  inputLabel(input: Expr, index: number, scope: Scope): string {
    return inputName(input, index, (ref) => {
      if (ref.op === "fact") return this.factLabels.get(`${ref.of === "item" ? scope.row?.list : ref.of}.${ref.key}`);
      return ref.op === "reading" ? this.policy.interpretations.find((i) => i.key === ref.key)?.title : undefined;
    });
  }

  private functionOf(name: ModelFunction): Named {
    const known = this.functions.get(name);
    if (known !== undefined) return known;
    const { calls, ...body } = BODIES[name];
    const called = calls.map((other) => this.functionOf(other).id);
    const named: Named = { id: `function_${name}`, name: body.name };
    const place = { band: SHARED_BAND, column: called.length === 0 ? 1 : 2 };
    this.nodes.push({ kind: "function", id: named.id, label: "", ...body, needs: [], calls: called, authorities: [], place });
    this.functions.set(name, named);
    return named;
  }

  /** Only a table of figures: a formula in a row would need what is no input of the table. */
  private liftTable(expr: Expr & { op: "table" }, scope: Scope): LiftedTable | null {
    const drawn = drawTable(expr, this.world.figureOf);
    if (drawn === null || drawn.values === null) return null;
    const own = this.scope(scope.title);
    const parameterNames = new FeelNames();
    const parameters = drawn.columns.map(({ input }, i) => ({
      name: parameterNames.take(this.inputLabel(input, i, scope)),
      type: inputType(input),
    }));
    const inputs = drawn.columns.map((column, i) => {
      const name = parameters[i]?.name ?? "null";
      const unit = column.unit === "" ? "" : `（${column.unit}）`;
      return {
        label: `${name}${unit}`,
        text: columnInput(column, name, own),
        type: column.input.type.kind === "ratio" ? "number" : inputType(column.input),
      };
    });
    const type = expr.type.kind === "number" ? "number" : inputType(expr);
    const output = { label: drawn.outputUnit === "" ? "值" : `值（${drawn.outputUnit}）`, type };
    const key = JSON.stringify(expr);
    const known = this.tables.get(key);
    const call = known ?? { id: `table_${this.tables.size + 1}`, name: this.names.take(`${scope.title}_表`) };
    if (known === undefined) {
      this.tables.set(key, call);
      const table = decisionTable(drawn, inputs, output, drawn.values, rowAnnotations(expr, this.params));
      this.nodes.push({
        ...{ kind: "function", ...call, label: "", description: `${scope.title}的一张档次表`, type, parameters },
        logic: { kind: "table", ...table },
        ...{ needs: [], calls: [...own.uses.calls], authorities: [], place: { band: SHARED_BAND, column: 2 } },
      });
    }
    return { call, inputs: drawn.columns.map((column) => writeFeel(column.input, scope)), outputScale: drawn.outputScale };
  }

  private readonly tables = new Map<string, Named>();
}

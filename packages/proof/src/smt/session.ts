/** A conversation with a solver about one set of variables: what was declared stays, each question is asked and forgotten. */
import type { Term } from "./terms.ts";

/** Runs a script of SMT-LIB 2 and gives its output. State lasts from call to call. The program hands it in; nothing here loads one. */
export type Solver = (script: string) => Promise<string>;

export type Model = ReadonlyMap<string, bigint | boolean>;

export type Verdict =
  | { readonly kind: "sat"; readonly model: Model }
  | { readonly kind: "unsat" }
  /** The solver gave up within its bounded effort. */
  | { readonly kind: "unknown" };

/** The solver's effort for one question, in its own steps: the same on every machine, unlike a time. */
const EFFORT_STEPS = 3 * 10 ** 6;

export class Session {
  readonly #solver: Solver;
  readonly #names: readonly string[];
  #opening: string | null;

  /** `declarations`: what every question rests on. `names`: the variables whose values a model gives. `steps`: the effort for a question. */
  constructor(solver: Solver, declarations: readonly string[], names: readonly string[], steps = EFFORT_STEPS) {
    this.#solver = solver;
    this.#names = names;
    this.#opening = ["(reset)", `(set-option :rlimit ${steps})`, ...declarations].join("\n");
  }

  /** Is there any? */
  async check(asserted: readonly Term[]): Promise<Verdict["kind"]> {
    return (await this.#ask(asserted, false)).kind;
  }

  /** With the values of a model, where there is one. */
  model(asserted: readonly Term[]): Promise<Verdict> {
    return this.#ask(asserted, true);
  }

  async #ask(asserted: readonly Term[], wanted: boolean): Promise<Verdict> {
    if (asserted.includes("false")) return { kind: "unsat" };
    const opening = this.#opening ?? "";
    this.#opening = null;
    const asserts = asserted.map((term) => `(assert ${term})`).join("\n");
    const answer = await this.#solver(`${opening}\n(push)\n${asserts}\n(check-sat)`);
    const verdict = await this.#read(answer, wanted);
    await this.#solver("(pop)");
    return verdict;
  }

  async #read(answer: string, wanted: boolean): Promise<Verdict> {
    // A term that the solver can't read is a mistake of this program, no answer about the policy.
    if (answer.includes("(error")) throw new Error(`the solver refuses a question: ${answer}`);
    const last = answer.trim().split("\n").at(-1);
    if (last === "unsat") return { kind: "unsat" };
    if (last !== "sat") return { kind: "unknown" };
    if (!wanted) return { kind: "sat", model: new Map() };
    return { kind: "sat", model: readModel(await this.#solver(`(get-value (${this.#names.join(" ")}))`)) };
  }
}

/** `((x 7) (y (- 3)) (b true))` → values by name. */
export function readModel(text: string): Model {
  const model = new Map<string, bigint | boolean>();
  for (const [, name, value] of text.matchAll(/\(([^\s()]+) (\(- \d+\)|-?\d+|true|false)\)/g))
    model.set(name as string, readValue(value as string));
  return model;
}

function readValue(text: string): bigint | boolean {
  if (text === "true" || text === "false") return text === "true";
  const negative = /^\(- (\d+)\)$/.exec(text);
  return negative === null ? BigInt(text) : -BigInt(negative[1] as string);
}

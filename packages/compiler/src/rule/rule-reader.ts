/** Reads the YAML of a rule block key by key: what is missing, misplaced or unknown becomes a complaint at its line. */
import { nearest } from "@zhengdui/basics";
import type { Expr } from "@zhengdui/feel";
import type { Fault, Scope } from "../check/scope.ts";
import { compileText } from "./compile-text.ts";
import type { ClauseFigure } from "./literals.ts";

export type RuleFault =
  | Fault
  | { readonly code: "if-unknown"; readonly from: number; readonly to: number; readonly args: Readonly<Record<string, string>> }
  | {
      readonly code: "rule-shape" | "unknown-key" | "key-misplaced" | "missing-key" | "unknown-mark" | "not-sayable";
      readonly args: Readonly<Record<string, string>>;
    };
export type Path = readonly (string | number)[];
export type Report = (path: Path, fault: RuleFault) => void;

export class RuleReader {
  constructor(
    readonly value: Readonly<Record<string, unknown>>,
    readonly path: Path,
    readonly report: Report,
    readonly figures: readonly ClauseFigure[],
  ) {}

  has(key: string): boolean {
    return this.value[key] !== undefined && this.value[key] !== null;
  }

  text(key: string, fallback?: string): string {
    const value = this.value[key];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
    if (value === undefined && fallback !== undefined) return fallback;
    this.wrong(key, value, "文字");
    return "";
  }

  optionalText(key: string): string | null {
    return this.has(key) ? this.text(key) : null;
  }

  list(key: string): unknown[] {
    const value = this.value[key];
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    this.wrong(key, value, "清单（每项以 - 开头）");
    return [];
  }

  entries(key: string): [string, unknown][] {
    const value = this.value[key];
    if (value === undefined || value === null) return [];
    if (typeof value === "object" && !Array.isArray(value)) return Object.entries(value);
    this.wrong(key, value, "名称: 内容");
    return [];
  }

  child(key: string): RuleReader | null {
    const value = this.value[key];
    if (value === undefined || value === null) return null;
    return this.at([key], value);
  }

  /** A reader over a mapping found below this one. */
  at(below: Path, value: unknown): RuleReader | null {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return new RuleReader(value as Record<string, unknown>, [...this.path, ...below], this.report, this.figures);
    this.report([...this.path, ...below], { code: "rule-shape", args: { found: String(value), expected: "名称: 内容" } });
    return null;
  }

  /** FEEL at a key; null where missing (complained unless optional) or faulty (complained). */
  expr(key: string, scope: Scope, need: "required" | "optional" = "required"): Expr | null {
    if (!this.has(key)) {
      if (need === "required") this.report(this.path, { code: "missing-key", args: { key } });
      return null;
    }
    return this.compile(this.text(key), [key], scope);
  }

  compile(text: string, below: Path, scope: Scope): Expr | null {
    const found = compileText(text, scope, this.figures);
    for (const fault of found.faults) this.report([...this.path, ...below], fault);
    return found.faults.length === 0 ? found.expr : null;
  }

  /** `refused`: keys that get a complaint of their own. */
  allow(keys: readonly string[], refused: readonly string[] = []): void {
    for (const key of Object.keys(this.value))
      if (!keys.includes(key) && !refused.includes(key))
        this.report([...this.path, key], {
          code: "unknown-key",
          args: { key, nearest: nearest(key, [...keys]) ?? "", keys: keys.join("、") },
        });
  }

  private wrong(key: string, value: unknown, expected: string): void {
    if (value === undefined) this.report(this.path, { code: "missing-key", args: { key } });
    else this.report([...this.path, key], { code: "rule-shape", args: { found: JSON.stringify(value) ?? "", expected } });
  }
}

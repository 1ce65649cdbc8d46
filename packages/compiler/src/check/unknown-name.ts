/** What to say of a name or a bare number that means nothing: whose fact it is, which code an option has, how a formula writes it. */
import { nearest } from "@zhengdui/basics";
import type { Ast } from "@zhengdui/feel";
import { isOne } from "../read/counters.ts";
import { arabic } from "../read/han-numeral.ts";
import { parseFigure } from "../read/parse-figure.ts";
import type { Context } from "./context.ts";
import type { Scope } from "./scope.ts";

export function unknownName(ast: Extract<Ast, { kind: "name" }>, c: Context): null {
  // A fact of a record is written with the record's name.
  const [owner] = [...c.scope.records].find(([, facts]) => facts.has(ast.name)) ?? [];
  const code = c.scope.options.get(ast.name);
  if (code !== undefined)
    return c.faults.add("unknown-option", ast, {
      name: ast.name,
      options: `它的代号：档次表里写 ${code}，算式里写 "${code}"`,
      nearest: code,
    });
  if (c.scope.itemLets?.has(ast.name))
    return c.faults.add("unknown-name", ast, {
      name: ast.name,
      what: `year cap 不能用 let：“${ast.name}”是逐项的中间量`,
      known: "记录的事实、本条登记的数、年度",
      mend: "把算式直接写进 year cap；要逐项限额的，写 cap",
    });
  const known = [...c.scope.names.keys(), ...c.scope.records.keys()].filter((name) => !isOne(name));
  const near = arabicFigure(ast.name) ?? nearest(ast.name, known) ?? "";
  const list = c.scope.elsewhere.get(ast.name) ?? "";
  return c.faults.add("unknown-name", ast, {
    name: ast.name,
    list,
    mend: WORDS[ast.name] ?? "",
    nearest: owner !== undefined ? `${owner}.${ast.name}` : list === "" ? near : "",
  });
}

/** Words of a case that no formula has. */
const WORDS: Readonly<Record<string, string>> = {
  是: "是否型的事实直接写它的名称，不写“= 是”",
  否: "不成立写 not( )：not(首次评定)",
  未知: "是不是知道，写 = null 或 != null",
  无: "有没有，写 = null 或 != null",
};

/** 六十万元 is a figure of the text; a formula writes 60万元. */
function arabicFigure(name: string): string | null {
  const written = arabic(name);
  return written === name || parseFigure(written) === null ? null : written.replace(/0000元$/u, "万元");
}

/** 12 → 12个月, where a figure of the policy is 12 of something; "": none is. */
export function withUnit(digits: string, { names }: Scope): string {
  const same = [...names.values()].filter(
    (expr) => expr.op === "param" && expr.type.kind === "number" && expr.type.scale === 0 && expr.type.max === Number(digits),
  );
  const units = new Set(same.map((expr) => ("unit" in expr.type ? expr.type.unit : "")));
  return [...units].map((unit) => digits + unit).join(" 或 ");
}

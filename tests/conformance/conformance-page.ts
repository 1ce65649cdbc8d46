/** docs/CONFORMANCE.md as text, from a run of the DMN kit's expressions and of our own decimal cases. */
import { DECIMALS, failedDecimals } from "./decimals.ts";
import { isValueCase, type Judged, OUTSIDE } from "./run-kit.ts";

const HEAD = `# Conformance of FEEL

\`npm run conformance\` writes this page from a run; \`tests/feel-tck.test.ts\` checks that it is current where the kit is there, and says
that it is skipped where it isn't. What is run is the evaluator of \`zhengdui feel\`
(\`packages/feel/src/evaluate/evaluate-feel.ts#evaluateFeel\`). A policy takes part of the same language, statically typed: see
[撰写政策](policy-writers.md).

## The kit

The expression cases of the DMN Technology Compatibility Kit (OMG DMN 1.5; dmn-tck/tck, Apache-2.0). A value case passes where value
and type are the kit's. A null case, mostly an error of types, passes where the answer is null or the expression is rejected; the two
are counted apart. The kit isn't part of this repository: \`FEEL_TCK\` names its file or folder.
`;

const rate = (passed: number, total: number): string => `${passed}/${total}`;

interface Counts {
  readonly values: readonly Judged[];
  readonly nulls: readonly Judged[];
}

const countsOf = (judged: readonly Judged[]): Counts => ({
  values: judged.filter(isValueCase),
  nulls: judged.filter((one) => !isValueCase(one)),
});

const passedOf = (judged: readonly Judged[]): number => judged.filter(({ passed }) => passed).length;

const row = (name: string, judged: readonly Judged[]): string => {
  const { values, nulls } = countsOf(judged);
  const rejected = nulls.filter(({ got }) => got === "rejected").length;
  const cells = [
    name,
    rate(passedOf(values), values.length),
    passedOf(nulls) - rejected,
    rejected,
    nulls.length - passedOf(nulls),
  ];
  return `| ${cells.join(" | ")} |`;
};

const foldersTable = (judged: readonly Judged[]): string => {
  const folders = [...new Set(judged.map(({ folder }) => folder))].sort();
  const rows = folders.map((folder) =>
    row(
      `\`${folder}\``,
      judged.filter((one) => one.folder === folder),
    ),
  );
  return [
    "| folder of the kit | value cases passed | null cases: null | rejected | failed |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    row("**all**", judged),
  ].join("\n");
};

const exceptions = (judged: readonly Judged[]): string => {
  const failed = judged.filter(({ passed }) => !passed);
  if (failed.length === 0) return "No case fails.";
  const rows = failed.map(({ folder, id, expression, got, outside }) =>
    [
      `\`${folder}\` ${id}`,
      `\`${expression.replace(/\|/g, "\\|")}\``,
      got === "rejected" ? got : `\`${JSON.stringify(got)}\``,
      outside ?? "not explained yet",
    ].join(" | "),
  );
  return ["| case | expression | our answer | reason |", "| --- | --- | --- | --- |", ...rows.map((one) => `| ${one} |`)].join(
    "\n",
  );
};

const outsideTable = (judged: readonly Judged[]): string => {
  const rows = OUTSIDE.map(([, reason]) => {
    const cases = judged.filter(({ outside }) => outside === reason);
    return `| ${reason} | ${rate(passedOf(cases), cases.length)} |`;
  });
  return [
    "Three kinds of cases may fail without counting; they are run all the same, and counted above where they pass.",
    "",
    "| outside the target | passed |",
    "| --- | --- |",
    ...rows,
  ].join("\n");
};

const NOT_THERE = `## What isn't there

| left out | why |
| --- | --- |
| \`now()\`, \`today()\`, \`random number()\` | the same input always gives the same result; no case of the file asks for them |
| external (Java) functions | nothing outside the expression is called; such a definition is rejected |
| decision models: tables, boxed expressions, business knowledge models, services | a policy has its own documents; the file holds expressions only |
| looking ahead and behind in patterns | not XPath's; such a pattern is worth null. The kit's file has no case of \`matches\`, \`replace\` or \`split\`: \`packages/feel/test/pattern.test.ts\` compares them with the platform's regular expressions |

## Limits

Beyond these an expression is rejected, in words and soon (\`tests/feel-hostile.test.ts\`); what is refused hangs on the expression and
its values alone, never on the clock.

| what | limit |
| --- | --- |
| the text | 100,000 characters, 3,000 words and signs, 500 levels; a chain of operators may have at least 300 |
| the work | 2,000,000 steps; every operation is charged by the size of what it reads, patterns by their trials |
| a value | 2,000,000 items and characters, 400 levels |
| a number | those of decimal128: beyond 10^6144 it is null, below its smallest 0 |`;

const PEERS = `## Beside others

These figures are not of the same set: ours are the ${"%"} expression cases, theirs the whole kit with its decision models. The others'
are as published, not run here.

| | cases | passed |
| --- | --- | --- |
| this project | expression cases of the kit | ${"#"} |
| jDMN | the whole kit | 3391/3391 |
| feelin | the whole kit | 2845/3391 |`;

const decimals = (): string => {
  const failed = failedDecimals();
  const groups = Object.entries(DECIMALS).map(([group, rows]) => {
    const bad = failed.filter((one) => one.group === group).length;
    return `| ${group} | ${rate(rows.length - bad, rows.length)} |`;
  });
  const total = Object.values(DECIMALS).reduce((sum, rows) => sum + rows.length, 0);
  return [
    "## Decimals",
    "",
    "Our own cases, each worked by hand: `tests/conformance/decimals.ts`, run by `tests/decimals.test.ts`.",
    "",
    "| group | passed |",
    "| --- | --- |",
    ...groups,
    `| **all** | ${rate(total - failed.length, total)} |`,
  ].join("\n");
};

export const conformancePage = (judged: readonly Judged[]): string => {
  const total = judged.length.toLocaleString("en-US");
  const peers = PEERS.replace("%", total).replace("#", rate(passedOf(judged), judged.length));
  return `${[HEAD, foldersTable(judged), "", "### Exceptions", "", exceptions(judged), "", outsideTable(judged), "", NOT_THERE, "", decimals(), "", peers].join("\n")}\n`;
};

/** The benchmark's table: what, ours, peer, ratio, asked, ok or falls short. */

export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: string;
  readonly asked: string;
  readonly ok: boolean;
}

export const rate = (perSecond: number): string => `${Math.round(perSecond).toLocaleString("en-US")}/s`;

export function atLeast(
  what: string,
  rates: { readonly ours: number; readonly peer: number },
  asked: number,
  sign: string,
): Line {
  const ratio = rates.ours / rates.peer;
  return {
    what,
    ours: rate(rates.ours),
    peer: rate(rates.peer),
    ratio: ratio >= 100 ? `${Math.round(ratio).toLocaleString("en-US")} ×` : `${ratio.toFixed(2)} ×`,
    asked: `${sign} ${asked.toLocaleString("en-US")} ×`,
    ok: ratio >= asked,
  };
}

export const below = (what: string, value: number, unit: string, asked: number, note = ""): Line => ({
  what,
  ours: `${Math.round(value).toLocaleString("en-US")} ${unit}${note}`,
  peer: "",
  ratio: "",
  asked: `< ${asked} ${unit}`,
  ok: value < asked,
});

/** Something that could not be measured counts as falling short. */
export const failed = (what: string, why: string): Line => ({ what, ours: why, peer: "", ratio: "", asked: "", ok: false });

export function print(lines: readonly Line[]): void {
  const rows = [
    ["what", "ours", "peer", "ratio", "asked", ""],
    ...lines.map((line) => [line.what, line.ours, line.peer, line.ratio, line.asked, line.ok ? "ok" : "falls short"]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

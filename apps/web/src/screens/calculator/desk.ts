/** What lies on the desk: one dossier in the making, how it got there, and the way back. Pure; the screen keeps it. */
import { isList, isRecord, type Json, type Path, pathText, setAt } from "../../parts/form/json.ts";

export interface Sheet {
  readonly dossier: Json;
  /** Paths answered "not known" where the dossier has no word for it. */
  readonly skipped: readonly string[];
  /** Lists of which the applicant said to have something, and not yet what all of it is. */
  readonly growing: readonly string[];
  /** It came as a whole: what is absent in it isn't asked. */
  readonly whole?: boolean;
  /** Where it came from: an example's title, a file's name. */
  readonly from: string;
  /** Id of the example as long as nothing was changed; "" else. */
  readonly example: string;
}

/** With this begins the fragment of a link that carries a sheet. */
export const SHARED = "#d=";

/** A step that was taken: the sheet on its other side, and what it was called. `key`: what was typed into; "" where another dossier came. */
export interface Step {
  readonly sheet: Sheet;
  readonly label: string;
  readonly key: string;
}

export interface Desk {
  readonly now: Sheet;
  /** Sheets before each step, the latest last. */
  readonly past: readonly Step[];
  /** Sheets after each step that was undone, the next to be done again last. */
  readonly future: readonly Step[];
  /** Counts the dossiers laid on the desk, so that the form is drawn anew. */
  readonly laid: number;
}

export type Move =
  | { readonly kind: "change"; readonly path: Path; readonly value: Json | undefined; readonly label: string }
  /** Nobody knows: whatever was said there is taken back. */
  | { readonly kind: "skip"; readonly paths: readonly Path[]; readonly label: string }
  /** Do more rows come? No step of its own for undo. */
  | { readonly kind: "grow"; readonly list: string; readonly on: boolean }
  | { readonly kind: "lay"; readonly sheet: Sheet; readonly label: string }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" };

const KEPT = 100;

export const deskOf = (sheet: Sheet): Desk => ({ now: sheet, past: [], future: [], laid: 0 });

export function move(desk: Desk, step: Move): Desk {
  switch (step.kind) {
    case "change": {
      const sheet = changed(desk.now, step.path, step.value);
      // Letters typed one after another into one field are one change.
      const key = pathText(step.path);
      const same = desk.past.at(-1)?.key === key && desk.future.length === 0;
      const typing = same && step.value !== undefined && !isRecord(step.value) && !isList(step.value);
      return { ...desk, now: sheet, past: typing ? desk.past : remember(desk, step.label, key), future: [] };
    }
    case "skip": {
      const sheet = step.paths.reduce((now, path) => {
        const without = changed(now, path, undefined);
        return { ...without, skipped: [...without.skipped, pathText(path)] };
      }, desk.now);
      const past = remember(desk, step.label, `skip ${step.paths.map(pathText).join(" ")}`);
      return { ...desk, now: sheet, past, future: [] };
    }
    case "grow": {
      const others = desk.now.growing.filter((list) => list !== step.list);
      if (!step.on && others.length === desk.now.growing.length) return desk;
      return { ...desk, now: { ...desk.now, growing: step.on ? [...others, step.list] : others } };
    }
    case "lay":
      return { now: step.sheet, past: remember(desk, step.label, ""), future: [], laid: desk.laid + 1 };
    case "undo": {
      const last = desk.past.at(-1);
      if (last === undefined) return desk;
      const future = [...desk.future, { ...last, sheet: desk.now }];
      return { now: last.sheet, past: desk.past.slice(0, -1), future, laid: laidAfter(desk, last) };
    }
    case "redo": {
      const next = desk.future.at(-1);
      if (next === undefined) return desk;
      const past = remember(desk, next.label, next.key);
      return { now: next.sheet, past, future: desk.future.slice(0, -1), laid: laidAfter(desk, next) };
    }
  }
}

/** Only another dossier is drawn anew; what was unfolded stays so. */
const laidAfter = (desk: Desk, { key }: Step): number => (key === "" ? desk.laid + 1 : desk.laid);

/** Has it been typed into since it was laid here? */
export const isChanged = (desk: Desk): boolean => (desk.past.at(-1)?.key ?? "") !== "";

function changed(sheet: Sheet, path: Path, value: Json | undefined): Sheet {
  const text = pathText(path);
  const last = path.at(-1);
  const others = sheet.skipped.filter((each) => each !== text);
  const skipped =
    typeof last === "number" && value === undefined ? withoutRow(others, pathText(path.slice(0, -1)), last) : others;
  return { ...sheet, dossier: setAt(sheet.dossier, path, value), skipped, example: "" };
}

/** The rows behind the one taken away move up. */
function withoutRow(skipped: readonly string[], list: string, row: number): string[] {
  return skipped.flatMap((path) => {
    const [, at, rest] = path.startsWith(`${list}[`) ? (/^\[(\d+)\](.*)$/.exec(path.slice(list.length)) ?? []) : [];
    if (at === undefined || Number(at) < row) return [path];
    return Number(at) === row ? [] : [`${list}[${Number(at) - 1}]${rest}`];
  });
}

const remember = (desk: Desk, label: string, key: string): readonly Step[] =>
  [...desk.past, { sheet: desk.now, label, key }].slice(-KEPT);

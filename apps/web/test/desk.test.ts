/** The desk's ways back and forth, and what this browser keeps of it. */
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Desk, deskOf, isChanged, type Move, move, type Sheet } from "../src/screens/calculator/desk.ts";
import { forgetLeftDesk, keep, kept, keyOf, leaveDesk, leftDesk, overwrite } from "../src/screens/calculator/keep.ts";

const sheet = (n: number, from = "一"): Sheet => ({ dossier: { n }, skipped: [], growing: [], from, example: "" });
const type = (n: number, key = "n"): Move => ({ kind: "change", path: [key], value: n, label: key });
const lay = (n: number): Move => ({ kind: "lay", sheet: sheet(n, `第${n}份`), label: "打开" });
const UNDO: Move = { kind: "undo" };
const REDO: Move = { kind: "redo" };
const after = (...moves: readonly Move[]): Desk => moves.reduce(move, deskOf(sheet(0)));

describe("undo and redo", () => {
  it("go back and forth, step by step", () => {
    const there = after(type(1), type(2, "m"), lay(3));
    const back = [UNDO, UNDO, UNDO].reduce(move, there);
    expect(back.now).toEqual(sheet(0));
    expect(back.future.map(({ label }) => label)).toEqual(["打开", "m", "n"]);
    const forth = [REDO, REDO, REDO].reduce(move, back);
    expect([forth.now, forth.past, forth.future]).toEqual([there.now, there.past, []]);
  });

  it("do nothing where there is nothing", () => {
    const desk = after();
    expect(move(desk, UNDO)).toBe(desk);
    expect(move(desk, REDO)).toBe(desk);
  });

  it("forget what was undone once something else is typed, skipped or laid", () => {
    const undone = after(type(1), UNDO);
    expect(undone.future).toHaveLength(1);
    for (const step of [type(5), lay(6), { kind: "skip", paths: [["n"]], label: "不知道" } satisfies Move])
      expect(move(undone, step).future).toEqual([]);
  });

  it("don't take what is typed after an undo for a part of what was typed before it", () => {
    const desk = after(type(1), type(2, "m"), UNDO, type(9));
    expect(desk.past).toHaveLength(2);
    expect(move(desk, UNDO).now.dossier).toEqual({ n: 1 });
  });

  it("draw another dossier anew, and leave unfolded what only changed", () => {
    const laid = after(lay(1));
    expect(move(laid, UNDO).laid).toBe(2);
    expect([UNDO, REDO].reduce(move, laid).laid).toBe(3);
    expect([UNDO, REDO].reduce(move, after(type(1))).laid).toBe(0);
  });

  it("know whether a laid dossier was typed into", () => {
    expect([after(), after(lay(1)), after(lay(1), type(2)), after(lay(1), type(2), UNDO)].map(isChanged)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it("lose nothing, in whatever order they come", () => {
    const step = fc.oneof(
      fc.record({ n: fc.nat(9), key: fc.constantFrom("n", "m") }).map(({ n, key }) => type(n, key)),
      fc.nat(9).map(lay),
      fc.constantFrom(UNDO, REDO),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const desk = after(...steps);
        const back = desk.past.reduce((now) => move(now, UNDO), desk);
        expect(back.past).toEqual([]);
        const forth = desk.past.reduce((now) => move(now, REDO), back);
        expect([forth.now, forth.past, forth.future]).toEqual([desk.now, desk.past, desk.future]);
      }),
    );
  });
});

class Shelf implements Storage {
  readonly kept = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;
  get length(): number {
    return this.kept.size;
  }
  clear(): void {
    this.kept.clear();
  }
  key(at: number): string | null {
    return [...this.kept.keys()][at] ?? null;
  }
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    if (text.length > this.room) throw new Error("QuotaExceededError");
    this.kept.set(key, text);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
}

describe("what this browser keeps", () => {
  let local = new Shelf();
  let tab = new Shelf();
  beforeEach(() => {
    local = new Shelf();
    tab = new Shelf();
    vi.stubGlobal("localStorage", local);
    vi.stubGlobal("sessionStorage", tab);
    return () => vi.unstubAllGlobals();
  });

  it("is never written over what another tab wrote since", () => {
    const first = keep("p", sheet(1), null);
    const seen = first.kind === "kept" ? first.text : null;
    overwrite("p", sheet(2));
    expect(keep("p", sheet(3), seen)).toEqual({ kind: "elsewhere", sheet: sheet(2) });
    expect(kept("p")).toEqual(sheet(2));
    expect(overwrite("p", sheet(3)).kind).toBe("kept");
    expect(kept("p")).toEqual(sheet(3));
  });

  it("is written where nobody else did, where it was cleared, and where what stands there is no sheet", () => {
    const first = keep("p", sheet(1), null);
    expect(keep("p", sheet(2), first.kind === "kept" ? first.text : null).kind).toBe("kept");
    local.clear();
    expect(keep("p", sheet(3), "seen before").kind).toBe("kept");
    local.setItem(keyOf("p"), "[]");
    expect(keep("p", sheet(4), null).kind).toBe("kept");
    expect(kept("p")).toEqual(sheet(4));
  });

  it("is the same sheet in two tabs that have the same", () => {
    overwrite("p", sheet(1));
    expect(keep("p", sheet(1), null).kind).toBe("kept");
  });

  it("has the ways back and forth for the tab's next load, and as much of them as there is room for", () => {
    const desk = after(...Array.from({ length: 60 }, (_, n) => type(n, `k${n}`)), UNDO);
    leaveDesk("p", desk);
    expect(leftDesk("p")).toEqual({ ...desk, laid: 0 });
    tab.room = JSON.stringify({ now: desk.now, past: desk.past.slice(-20), future: desk.future }).length;
    leaveDesk("p", desk);
    const left = leftDesk("p");
    expect(left?.now).toEqual(desk.now);
    expect(left?.past).toEqual(desk.past.slice(-20));
    forgetLeftDesk("p");
    expect(leftDesk("p")).toBeNull();
  });

  it("may be nothing at all", () => {
    local.room = -1;
    tab.room = -1;
    expect(keep("p", sheet(1), null)).toEqual({ kind: "refused" });
    leaveDesk("p", after(type(1)));
    expect([kept("p"), leftDesk("p")]).toEqual([null, null]);
  });
});

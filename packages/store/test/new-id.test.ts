/** Ids of version 7 that tell which of two rows is the later one. */
import { expect, it } from "vitest";
import { newId } from "../src/index.ts";

it("has the form of a UUID of version 7 and begins with its time", () => {
  const id = newId(new Date("2026-11-25T02:00:00Z"));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(Date.parse("2026-11-25T02:00:00Z"));
});

it("grows within a millisecond", () => {
  const now = new Date(1_790_000_000_000);
  const ids = Array.from({ length: 1000 }, () => newId(now));
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(1000);
});

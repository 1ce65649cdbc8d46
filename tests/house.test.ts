/** The rules of the house, held against the house itself. That each rule can fail is shown in house/planted.test.ts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { breachesOfFigures } from "./house/figures.ts";
import {
  breachesOfBrowser,
  breachesOfCircles,
  breachesOfFirstLoad,
  breachesOfFloors,
  breachesOfScreens,
} from "./house/floors.ts";
import { breachesOfExports, breachesOfLength, breachesOfNames, breachesOfPurpose } from "./house/measure.ts";
import { breachesOfMoney, breachesOfPurity } from "./house/purity.ts";
import { readSources, repository } from "./house/sources.ts";
import { breachesOfPublication, policyFolders, readBytes, readFiguresOf } from "./house/versions.ts";

const sources = readSources();
const folders = policyFolders();
const figures = folders.flatMap(readFiguresOf);

describe("imports", () => {
  it("go down the floors by the table, through barrels only", () => {
    expect(breachesOfFloors(sources)).toEqual([]);
  });
  it("make no circle, types counted", () => {
    expect(breachesOfCircles(sources)).toEqual([]);
  });
  it("don't bring the compiler into the browser", () => {
    expect(breachesOfBrowser(sources)).toEqual([]);
  });
  it("don't bring the workshop into the public page", () => {
    expect(breachesOfFirstLoad(sources)).toEqual([]);
  });
  it("don't lead from one screen to another", () => {
    expect(breachesOfScreens(sources)).toEqual([]);
  });
});

describe("calculation", () => {
  it("has no clock, randomness, network, file or database", () => {
    expect(breachesOfPurity(sources)).toEqual([]);
  });
  it("has no floating-point money", () => {
    expect(breachesOfMoney(sources)).toEqual([]);
  });
  it("has no figure of a policy", () => {
    expect(breachesOfFigures(sources, figures)).toEqual([]);
  });
});

describe("files", () => {
  it("and functions are short", () => {
    expect(breachesOfLength(sources)).toEqual([]);
  });
  it("open with what they are for", () => {
    expect(breachesOfPurpose(sources)).toEqual([]);
  });
  it("export by name", () => {
    expect(breachesOfExports(sources)).toEqual([]);
  });
  it("have names that say something", () => {
    expect(breachesOfNames(sources)).toEqual([]);
  });
});

describe.each(folders)("%s", (folder) => {
  it("was not changed after its publication", () => {
    const published = JSON.parse(readFileSync(join(repository, folder, "published.json"), "utf8")) as Record<string, string>;
    expect(Object.keys(published)).toContain("original.txt");
    expect(breachesOfPublication(folder, published, (name) => readBytes(join(folder, name)))).toEqual([]);
  });
  it("has in compiled/ what compiling gives", async () => {
    const { compilePolicyFolder, policyText } = await import("../apps/cli/src/policy-folder.ts");
    const compiled = compilePolicyFolder(repository, folder);
    expect(compiled.ok ? [] : compiled.errors).toEqual([]);
    const committed = readBytes(join(folder, "compiled", "policy.json"));
    expect(new TextDecoder().decode(committed ?? undefined) === (compiled.ok ? policyText(compiled.value) : "")).toBe(true);
  });
});

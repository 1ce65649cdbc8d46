/** The exported file is valid DMN, by OMG's own schemas and a validator that isn't ours; one that is wrong is found wrong. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DMN_VERSIONS, type DmnVersion, toDmn } from "@zhengdui/engine";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { compiledPolicies } from "./compiled-policies.ts";

const require = createRequire(import.meta.url);
const SCHEMAS = join(dirname(require.resolve("@kie-tools/dmn-marshaller/package.json")), "src", "schemas");
const FILES: Readonly<Record<DmnVersion, string>> = { "1.5": "dmn-1_5/DMN15.xsd", "1.3": "dmn-1_3/DMN13.xsd" };

/** "" where it is valid. */
function complaintOf(xml: string, version: DmnVersion): string {
  const url = join(SCHEMAS, FILES[version]);
  using schema = XmlDocument.fromBuffer(readFileSync(url), { url });
  using validator = XsdValidator.fromDoc(schema);
  try {
    using document = XmlDocument.fromString(xml);
    validator.validate(document);
    return "";
  } catch (error) {
    return String(error);
  }
}

beforeAll(() => {
  xmlRegisterFsInputProviders();
});

describe.each(DMN_VERSIONS)("DMN %s", (version) => {
  it.each(compiledPolicies)("is valid: %s", (_, policy) => {
    const xml = toDmn(policy, version);
    expect(complaintOf(xml, version)).toBe("");
    expect(toDmn(policy, version)).toBe(xml);
  });

  it("would be found wrong", () => {
    const xml = toDmn(compiledPolicies[0]?.[1] as never, version);
    const other = version === "1.5" ? "1.3" : "1.5";
    const broken = [
      xml.replace('hitPolicy="UNIQUE"', 'hitPolicy="ONLY"'),
      xml.replace(/<requiredInput /, "<needed "),
      xml.replace(/<decision id="[^"]+"/, '<decision id="input_year"'),
      xml.replace("</definitions>", ""),
    ];
    for (const wrong of broken) {
      expect(wrong).not.toBe(xml);
      expect(complaintOf(wrong, version)).not.toBe("");
    }
    expect(complaintOf(xml, other)).not.toBe("");
  });
});

it("holds titles and words that XML has to escape", () => {
  const [, policy] = compiledPolicies[0] as (typeof compiledPolicies)[number];
  const measures = policy.measures.map((m) => ({ ...m, title: `${m.title} <&">\u0001 */` }));
  expect(complaintOf(toDmn({ ...policy, title: "甲 & <乙>", measures }, "1.5"), "1.5")).toBe("");
});

/** A policy's folder on disk: its documents, and the compiled form beside them. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Outcome } from "@zhengdui/basics";
import { type Complaint, type Examination, examinePolicy } from "@zhengdui/compiler";
import type { Policy } from "@zhengdui/policy";

/** policies/<policy>/<in-force-date>, sorted. */
export function policyFolders(root: string): string[] {
  const base = path.join(root, "policies");
  return readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(path.join(base, entry.name), { withFileTypes: true })
        .filter((version) => version.isDirectory() && /^\d{4}-\d{2}-\d{2}$/.test(version.name))
        .map((version) => path.join("policies", entry.name, version.name)),
    )
    .sort();
}

/** `folder` relative to `root`: complaints name files by it. */
export function examinePolicyFolder(root: string, folder: string): Examination {
  const read = (name: string): string => readFileSync(path.join(root, folder, name), "utf8");
  return examinePolicy({
    folder: folder.split(path.sep).join("/"),
    original: read("original.txt"),
    policy: read("policy.md"),
    facts: read("facts.md"),
    interpretations: read("interpretations.md"),
  });
}

export const compilePolicyFolder = (root: string, folder: string): Outcome<Policy, Complaint> =>
  examinePolicyFolder(root, folder).compiled;

/** What stands in compiled/policy.json: one line a key, so that a change shows as a small difference. */
export const policyText = (policy: Policy): string => `${JSON.stringify(policy, null, 1)}\n`;

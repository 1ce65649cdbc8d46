/** Every compiled policy of the repository, by its folder. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Policy } from "@zhengdui/policy";

export const compiledPolicies: readonly (readonly [string, Policy])[] = readdirSync("policies").flatMap((policy) =>
  readdirSync(join("policies", policy))
    .map((version) => join("policies", policy, version, "compiled", "policy.json"))
    .filter((file) => existsSync(file))
    .map((file) => [policy, JSON.parse(readFileSync(file, "utf8")) as Policy] as const),
);

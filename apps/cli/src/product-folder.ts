/** The folder that holds `policies` and `packages`, from wherever the command runs. */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export function productFolder(): string {
  let at = path.dirname(fileURLToPath(import.meta.url));
  while (at !== path.dirname(at) && !existsSync(path.join(at, "policies"))) at = path.dirname(at);
  return at;
}

/** Where the product keeps what isn't in git: the database's folder and the evidence files. `ZHENGDUI_DATA` puts it elsewhere. */
import { join, resolve } from "node:path";

export interface DataFolder {
  readonly postgres: string;
  /** Files by their SHA-256. */
  readonly files: string;
}

/** `product`: the folder that holds `policies` and `apps`. */
export function dataFolder(product: string, environment: Readonly<Record<string, string | undefined>>): DataFolder {
  const data = resolve(environment.ZHENGDUI_DATA || join(product, "data"));
  return { postgres: join(data, "postgres"), files: join(data, "files") };
}

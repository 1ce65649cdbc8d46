/** From the description of the interface to TypeScript types, laid out as the house lays out its files. */
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";

export const clientFile = join(import.meta.dirname, "..", "..", "packages", "contract", "src", "office-api.d.ts");

const HEAD =
  "/** The office's interface as types, made from its routes: `npm run client` writes it anew. */\n// biome-ignore-all lint: made by a program\n// biome-ignore-all format: made by a program\n";

export async function clientOf(description: string): Promise<string> {
  const tree = await openapiTS(JSON.parse(description), { exportType: false, alphabetize: true });
  return `${HEAD}${astToString(tree)}`;
}

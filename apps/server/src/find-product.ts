/** Where the product's own folders are, whether it runs from its sources or as one bundled file. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface ProductFolders {
  readonly policies: string;
  readonly web: string;
  /** The documents that a new policy begins with. */
  readonly template: string;
  /** The steps of the database's schema. */
  readonly migrations: string;
  /** What each register is. */
  readonly registers: string;
  /** What an empty database is shown with. */
  readonly demonstration: string;
  /** Where this installation keeps its database and files, unless the environment names a place. */
  readonly data: string;
  /** The program that proves and mutates a draft, apart from the server. */
  readonly study: string;
}

/** Walks up from this file to the folder that holds `policies` and `apps`. */
export function findProduct(): ProductFolders {
  const here = dirname(fileURLToPath(import.meta.url));
  let folder = here;
  while (!(existsSync(join(folder, "policies")) && existsSync(join(folder, "apps")))) {
    const above = dirname(folder);
    if (above === folder)
      return {
        policies: join(here, "policies"),
        web: join(here, "web"),
        template: join(here, "templates", "policy"),
        migrations: join(here, "migrations"),
        registers: join(here, "registers"),
        demonstration: join(here, "demonstration"),
        data: join(here, "data"),
        study: join(here, "draft-study.js"),
      };
    folder = above;
  }
  return {
    policies: join(folder, "policies"),
    web: join(folder, "apps", "web", "dist"),
    template: join(folder, "templates", "policy"),
    migrations: join(folder, "packages", "store", "migrations"),
    registers: join(folder, "registers"),
    demonstration: join(folder, "demonstration"),
    data: join(folder, "data"),
    study: join(folder, "apps", "cli", "dist", "draft-study.js"),
  };
}

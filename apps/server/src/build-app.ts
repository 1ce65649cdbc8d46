/** Puts the server together: the public routes, the workshop where it is asked for, and the office behind its own door. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { FastifyInstance } from "fastify";
import { bareApp, type Ending } from "./bare-app.ts";
import { type ComingParts, officeDoor } from "./office/office-door.ts";
import type { Shelf } from "./policy-shelf.ts";
import { exampleRoutes } from "./routes/examples.ts";
import { healthRoutes } from "./routes/health.ts";
import { pageRoutes } from "./routes/page.ts";
import { policyRoutes } from "./routes/policies.ts";
import { policyPageRoutes } from "./routes/policy-pages.ts";
import type { WorkshopParts } from "./routes/workshop.ts";

export interface AppParts {
  readonly shelf: Shelf;
  /** The folder of the built page. */
  readonly web: string;
  /** Where it is open: for the machine's owner alone. */
  readonly workshop?: WorkshopParts;
  /** Where there is a database, or will be. Without it the public pages are served, and the office says that it is closed. */
  readonly office?: ComingParts;
  /** Proxies whose word counts for who asks and by which scheme: addresses, ranges or `loopback`, by commas. */
  readonly proxies?: string;
}

export async function buildApp({ shelf, web, workshop, office, proxies }: AppParts): Promise<Outcome<FastifyInstance, Problem>> {
  const ending: Ending = { isEnding: false };
  const app = bareApp(proxies, ending);
  const policies = shelf.policies.map(({ policy }) => policy);
  const answersFor = await officeDoor(app, office ?? null, { policies, build: () => bareApp(proxies, ending) });
  healthRoutes(app, shelf);
  policyRoutes(app, shelf);
  exampleRoutes(app, shelf);
  policyPageRoutes(app, shelf, web, answersFor);
  if (workshop !== undefined) {
    // Loaded only where it is asked for: a public server never has the compiler in memory.
    const { workshopRoutes } = await import("./routes/workshop.ts");
    const opened = workshopRoutes(app, workshop);
    if (!opened.ok) return fail(...opened.errors);
  }
  await pageRoutes(app, shelf, web);
  return ok(app);
}

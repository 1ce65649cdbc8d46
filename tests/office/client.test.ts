/** That the pages' types are those of the routes, and that the description is one of OpenAPI 3.1. `npm run client` writes the types anew. */
import { expect, it } from "vitest";
import { clientFile, clientOf } from "./client-types.ts";
import { describeOffice } from "./describe-office.ts";

it("has in packages/contract what the routes say", async () => {
  const description = await describeOffice();
  expect(JSON.parse(description)).toMatchObject({
    openapi: "3.1.0",
    paths: { "/api/office/me": { get: { summary: "谁在登录，能做什么" } } },
  });
  await expect(await clientOf(description), "run: npm run client").toMatchFileSnapshot(clientFile);
});

/** The office's door without a database behind it: what it says before and after, and that what was begun behind it is answered before the server stops. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { partsOver } from "../../../tests/office/describe-office.ts";
import { buildApp } from "../src/build-app.ts";
import type { OfficeParts } from "../src/office/office-parts.ts";
import { startServer } from "../src/start-server.ts";

let web = "";
beforeAll(() => {
  web = mkdtempSync(join(tmpdir(), "zhengdui-door-"));
  writeFileSync(join(web, "index.html"), "<!doctype html><p>首页");
});
afterAll(() => rmSync(web, { recursive: true }));

const QUESTIONS = "/api/policies/jinjiang-2023-11/questions";

/** Whose store answers every transaction with no rows, after a while. */
const parts = (ms: number, onAnswer: () => void = () => undefined): OfficeParts =>
  partsOver({ within: () => pause(ms, [] as never).finally(onAnswer), close: async () => undefined });

it.each(["/api/office/me", QUESTIONS])(
  "says what %s waits for, then hands on what is asked, or says that nothing comes",
  async (url) => {
    let come: (parts: OfficeParts | null) => void = () => undefined;
    const app = async () => {
      const coming = new Promise<OfficeParts | null>((resolve) => {
        come = resolve;
      });
      const built = await buildApp({ shelf: { policies: [], examples: [] }, web, office: coming });
      if (!built.ok) throw new Error(JSON.stringify(built.errors));
      return built.value;
    };
    const opening = await app();
    const before = await opening.inject({ url });
    expect([before.statusCode, before.headers["retry-after"]]).toEqual([503, "10"]);
    come(parts(0));
    await expect.poll(async () => (await opening.inject({ url })).statusCode).toBe(url === QUESTIONS ? 200 : 401);
    await opening.close();
    const closed = await app();
    come(null);
    await expect.poll(async () => (await closed.inject({ url })).json().error).toContain("没有连接数据库");
    expect((await closed.inject({ url })).headers["retry-after"]).toBeUndefined();
    await closed.close();
  },
);

it("is closed after what was begun behind it is answered, and the database after that", async () => {
  const order: string[] = [];
  const office = { parts: parts(600, () => order.push("answered")), close: async () => void order.push("closed") };
  const started = await startServer({ port: 0, host: "127.0.0.1", web, office, stopOnSignals: false, say: () => undefined });
  if (!started.ok) throw new Error(JSON.stringify(started.errors));
  const begun = performance.now();
  const asked = fetch(started.value.url + QUESTIONS);
  await pause(200);
  await started.value.stop();
  expect((await asked).status).toBe(200);
  // Not only then: a connection that the client would keep is closed with its answer.
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(order).toEqual(["answered", "closed"]);
});

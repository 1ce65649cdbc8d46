/** `zhengdui db tenant`: a county with three administrators, each of whom the sign-in knows by the password that was shown; never a second time. */
import { PassThrough } from "node:stream";
import { credentialByLogin, openStore, PASSWORD_COST, verifyPassword } from "@zhengdui/store";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/database/test-postgres.ts";
import { db } from "../src/commands/db.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const status = await db.run(["tenant", ...args, "--url", database.url], { stdin: new PassThrough(), stdout, stderr });
  return { status, out: String(stdout.read() ?? ""), err: String(stderr.read() ?? "") };
}

it("opens a county once, and its administrators sign in and must change", { timeout: 60_000 }, async () => {
  const opened = await run("350582", "示例市", "--towns", "陈埭镇、安海镇", "--json");
  expect([opened.status, opened.err]).toEqual([0, ""]);
  const made: { login: string; role: string; password: string }[] = JSON.parse(opened.out);
  expect(made.map(({ login, role }) => `${login} ${role}`)).toEqual([
    "system system-admin",
    "security security-admin",
    "audit audit-admin",
  ]);
  const store = await openStore({ url: database.url, connections: 1 });
  if (!store.ok) throw new Error(JSON.stringify(store.errors));
  for (const { login, password } of made) {
    const known = await store.value.within({ tenant: "350582", account: null, reach: "system" }, (tx) =>
      credentialByLogin(tx, login),
    );
    expect(known?.credential.mustChange).toBe(true);
    expect(await verifyPassword(password, known?.credential.passwordHash ?? null, PASSWORD_COST)).toBe("right");
  }
  await store.value.close();
  const again = await run("350582", "示例市");
  expect([again.status, again.err]).toEqual([2, "350582: 这个县（市）已经开立; 忘了管理员口令，请由另一名管理员重置\n"]);
});

it.each([
  [["3505", "示例市"], /六位的行政区划代码/],
  [["350582"], /没有写名称/],
  [["350582", "示例市", "多余"], /多出一个词/],
])("says what is wrong with %j", async (args, words) => {
  const said = await run(...args);
  expect(said.status).toBe(2);
  expect(said.err).toMatch(words);
});

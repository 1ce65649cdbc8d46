/** What was on file before the indexes of 0008 is found by them afterwards: former names, cells of registers, what ties awards together. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { createTenant, migrate } from "../../packages/store/src/index.ts";
import { createTestDatabase } from "../database/test-postgres.ts";
import { COUNTY, MIGRATIONS } from "./test-office.ts";

const before = mkdtempSync(join(tmpdir(), "zhengdui-migrations-"));
afterAll(() => rmSync(before, { recursive: true, force: true }));

const BEFORE = [
  `insert into enterprise (tenant_id, uscc, name, known_at) values ('${COUNTY}', '91350582MA8801386B', '示例 ＡＢ 鞋业', now())`,
  `insert into enterprise_name (tenant_id, id, uscc, name, valid_to, reason, recorded_by, recorded_at)
   select '${COUNTY}', n, '91350582MA8801386B', '旧名' || n, '2022-01-01', '更名', 'x', now() from unnest(array['1', '2']) n`,
  `insert into register_version (tenant_id, id, kind, period, number, file_name, file_sha256, row_count, added, removed, changed,
     imported_by, imported_at, current)
   values ('${COUNTY}', 'v', 'ledger-ours', '2023', 1, 'x', 'x', 1, 1, 0, 0, 'x', now(), true)`,
  `insert into register_row (tenant_id, version_id, place, key, cells) values ('${COUNTY}', 'v', 1, 'k', '["示例“数字”\\"厂\\"", null]')`,
  `insert into ledger_award (tenant_id, id, version_id, place, source, organ, policy, policy_year, claim_year, uscc, payee, invoices, approved,
     project_keys, award_key)
   values ('${COUNTY}', 'a', 'v', 1, 'ours', '局', '策', 2023, 2023, 'u', '示例', array['1', '1', '2'], 100, array['数字'], '文'),
     ('${COUNTY}', 'b', 'v', 2, 'ours', '局', '策', 2023, 2023, 'u', '示例', '{}', 100, '{}', null)`,
];

it("keeps all that was there", async () => {
  for (const name of readdirSync(MIGRATIONS).filter((one) => one < "0007"))
    copyFileSync(join(MIGRATIONS, name), join(before, name));
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    expect((await migrate(database.url, before)).ok).toBe(true);
    await createTenant(database.url, { tenantId: COUNTY, name: "晋江市", hosts: [], territories: [], demonstration: false });
    await client.connect();
    for (const one of BEFORE) await client.query(one);
    expect((await migrate(database.url, MIGRATIONS)).ok).toBe(true);
    const column = async (query: string) => (await client.query({ text: query, rowMode: "array" })).rows.flat();
    expect(await column("select sought from enterprise")).toEqual(["示例AB鞋业 91350582MA8801386B 旧名1 旧名2"]);
    expect(await column("select sought from register_row")).toEqual(['["示例“数字”\\"厂\\"",NULL]']);
    expect(await column("select mark from award_mark where award_id = 'a' order by mark collate \"C\"")).toEqual([
      "a文",
      "i1",
      "i2",
      "o示例",
      "p数字",
    ]);
    // Who was paid may have organised it; nothing else is known of this one.
    expect(await column("select left(mark, 1) from award_mark where award_id = 'b'")).toEqual(["o"]);
  } finally {
    await client.end();
    await database.drop();
  }
});

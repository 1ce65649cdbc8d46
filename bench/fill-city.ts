/** A city of invented enterprises, made in SQL by the owner of the tables: five years of facts each, what hangs on some of them, and some years of work. */
import pg from "pg";

export const FACT_KEYS = ["employees", "revenue", "aboveScale"] as const;
/** The one that a register tells. */
const LISTED = "aboveScale";
const YEARS = 5;
const TOWNS = ["青阳街道", "梅岭街道", "罗山街道", "安海镇", "磁灶镇", "陈埭镇", "东石镇", "金井镇", "池店镇", "内坑镇"];

/** The n-th enterprise's code; its checks don't hold, and nothing reads it. */
export const codeOfCity = (n: number): string => `91350582M${String(n).padStart(9, "0")}`;

const steps = (enterprises: number): readonly string[] => [
  `insert into enterprise (tenant_id, uscc, name, territory, known_at)
   select '350582', '91350582M' || lpad(n::text, 9, '0'),
     '示例' || (array['安泰','恒盛','金源','鸿达','瑞丰','华兴','德润','嘉美'])[1 + n % 8] || (n * 7919 % 1000003)
       || (array['鞋业','食品','纺织','建材','机械','晴雨伞','包装','电子'])[1 + n / 8 % 8] || '有限公司',
     (array['${TOWNS.join("','")}'])[1 + n % ${TOWNS.length}], now()
   from generate_series(1, ${enterprises}) n`,
  `insert into enterprise_name (tenant_id, id, uscc, name, valid_to, reason, recorded_by, recorded_at)
   select tenant_id, gen_random_uuid(), uscc, '示例旧' || substr(name, 3), '2022-01-01', '更名', 'x', now()
   from enterprise where tenant_id = '350582' and right(uscc, 1) = '7'`,
  `update enterprise set former_sought = ' ' || folded('示例旧' || substr(name, 3)) where tenant_id = '350582' and right(uscc, 1) = '7'`,
  `insert into fact (tenant_id, id, uscc, fact, year, value, source, supplied_by, supplied_at, basis)
   select e.tenant_id, gen_random_uuid(), e.uscc, k, y, to_jsonb(100 + y % 7),
     case k when 'employees' then 'unit' else 'bureau' end, 'x', now(), '示例'
   from enterprise e, unnest(array['${FACT_KEYS.filter((key) => key !== LISTED).join("','")}']) k,
     generate_series(2020, ${2020 + YEARS - 1}) y where e.tenant_id = '350582'`,
  `insert into register_version (tenant_id, id, kind, period, number, file_name, file_sha256, row_count, added, removed, changed,
     imported_by, imported_at, current)
   select '350582', 'v' || y, 'above-scale', y::text, 1, 'x.csv', repeat('0', 64), 0, 0, 0, 0, 'x', now(), true
   from generate_series(2020, ${2020 + YEARS - 1}) y`,
  `insert into register_row (tenant_id, version_id, place, key, uscc, name, cells)
   select tenant_id, 'v' || y, row_number() over (partition by y order by uscc), uscc, uscc, name, jsonb_build_array(uscc, name, null)
   from enterprise, generate_series(2020, ${2020 + YEARS - 1}) y where tenant_id = '350582'`,
  `insert into file (tenant_id, id, sha256, name, media_type, size_bytes, uscc, uploaded_by, uploaded_at)
   select tenant_id, 'f' || uscc, repeat('0', 64), '材料.pdf', 'application/pdf', 9, uscc, 'x', now()
   from enterprise where tenant_id = '350582' and right(uscc, 1) = '3'`,
  `insert into bank_account (tenant_id, id, uscc, holder, number, bank_number, bank_name, evidence_file, state, proposed_by, proposed_at)
   select f.tenant_id, gen_random_uuid(), f.uscc, e.name, '1234567890', '105100000017', '示例银行', f.id,
     case when right(left(f.uscc, 17), 1) = '3' then 'proposed' else 'confirmed' end, 'x', now()
   from file f join enterprise e using (tenant_id, uscc) where f.tenant_id = '350582'`,
  `insert into dispute (tenant_id, id, uscc, fact, year, register_version, disputed, disputed_by, disputed_at, reason, evidence_file)
   select f.tenant_id, gen_random_uuid(), f.uscc, '${LISTED}', 2024, 'v2024', 'true', 'x', now(), '有误', 'f' || f.uscc
   from file f where f.tenant_id = '350582'`,
];

/** What years of work leave behind, in proportion: awards of five years, five deeds an enterprise on record, claims, questions, accounts. */
const work = (enterprises: number): readonly string[] => [
  `insert into register_version (tenant_id, id, kind, period, number, file_name, file_sha256, row_count, added, removed, changed,
     imported_by, imported_at, current)
   select '350582', k || y, k, y::text, 1, '名单.xlsx', repeat('0', 64), 1, 1, 0, 0, 'x', now(), true
   from unnest(array['ledger-ours']) k, generate_series(2020, ${2020 + YEARS - 1}) y`,
  `insert into ledger_award (tenant_id, id, version_id, place, source, organ, policy, policy_year, claim_year, uscc, payee, project,
     organiser, invoices, approved, project_keys)
   select tenant_id, 'a' || uscc || y, 'ledger-ours' || y, 1, 'ours', '工信局', '示例政策', y, y, uscc, name, '数字工厂' || right(uscc, 5),
     '示例协会' || right(uscc, 2), array[right(uscc, 9) || '0000000' || y], 100000, array['项目' || right(uscc, 6)]
   from enterprise, generate_series(2020, ${2020 + YEARS - 1}) y where tenant_id = '350582' and right(uscc, 1) = '5'`,
  `insert into award_mark (tenant_id, mark, award_id)
   select a.tenant_id, mark, a.id from ledger_award a, unnest(array['i' || a.invoices[1], 'p' || a.project_keys[1]]) mark`,
  `insert into account (tenant_id, id, side, login, name, created_at)
   select tenant_id, 'p' || uscc, case when right(uscc, 3) = '001' then 'office' else 'applicant' end, 'u' || right(uscc, 9), '示例人员', now()
   from enterprise where tenant_id = '350582' and right(uscc, 1) = '1'`,
  `insert into record (tenant_id, id, at, account_id, action, outcome, subject_kind, subject, uscc)
   select '350582', 'r' || lpad(n::text, 9, '0'), now() - n * interval '1 minute', 'p91350582M' || lpad((n / 10 * 10 + 1)::text, 9, '0'),
     (array['file.read','enterprise.search','register.read','ledger.read'])[1 + n % 4],
     case when n % 99991 = 7 then 'refused' else 'done' end, 'enterprise', 'x', '91350582M' || lpad((1 + n % ${enterprises})::text, 9, '0')
   from generate_series(1, ${enterprises * YEARS}) n`,
  `insert into consultation (tenant_id, id, policy, channel, question, asked_by, asked_at, answer, answered_at)
   select '350582', 'q' || lpad(n::text, 9, '0'), 'jinjiang-2023-11', 'phone', '怎么报？', null, now(), '请见通知。', now()
   from generate_series(1, ${Math.ceil(enterprises / 10)}) n`,
  `insert into claim_mapping (tenant_id, id, name, policy, mapping, saved_by, saved_at)
   values ('350582', 'm', '示例', 'jinjiang-2023-11', '{}', 'x', now())`,
  `insert into claim_package (tenant_id, id, mapping_id, policy, file_name, sha256, added_count, changed_count, unchanged_count,
     attachment_count, imported_by, imported_at)
   values ('350582', 'k', 'm', 'jinjiang-2023-11', '申报.zip', repeat('0', 64), 1, 0, 0, 0, 'x', now())`,
  `insert into claim (tenant_id, number, package_id, policy, uscc, name, claimed_fen, facts, others)
   select tenant_id, 'C' || right(uscc, 9), 'k', 'jinjiang-2023-11', uscc, name, 100000, '{}', '{}'
   from enterprise where tenant_id = '350582' and right(uscc, 1) = '2'`,
];

/** `url`: of the owner. Statistics are brought up to date, as the database itself does after a while. */
export async function fillCity(url: string, enterprises: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const step of [...steps(enterprises), ...work(enterprises)]) await client.query(step);
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

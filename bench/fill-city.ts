/** A city of invented enterprises, made in SQL by the owner of the tables: five years of facts each, and what hangs on some of them. */
import pg from "pg";

export const FACT_KEYS = ["employees", "revenue", "aboveScale"] as const;
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
  `insert into fact (tenant_id, id, uscc, fact, year, value, source, supplied_by, supplied_at, register_version)
   select e.tenant_id, gen_random_uuid(), e.uscc, k, y, case k when 'aboveScale' then 'true'::jsonb else to_jsonb(100 + y % 7) end,
     case k when 'employees' then 'unit' else 'register' end, 'x', now(), 'v1'
   from enterprise e, unnest(array['${FACT_KEYS.join("','")}']) k, generate_series(2020, ${2020 + YEARS - 1}) y where e.tenant_id = '350582'`,
  `insert into file (tenant_id, id, sha256, name, media_type, size_bytes, uscc, uploaded_by, uploaded_at)
   select tenant_id, 'f' || uscc, repeat('0', 64), '材料.pdf', 'application/pdf', 9, uscc, 'x', now()
   from enterprise where tenant_id = '350582' and right(uscc, 1) = '3'`,
  `insert into bank_account (tenant_id, id, uscc, holder, number, bank_number, bank_name, evidence_file, state, proposed_by, proposed_at)
   select f.tenant_id, gen_random_uuid(), f.uscc, e.name, '1234567890', '105100000017', '示例银行', f.id,
     case when right(left(f.uscc, 17), 1) = '3' then 'proposed' else 'confirmed' end, 'x', now()
   from file f join enterprise e using (tenant_id, uscc) where f.tenant_id = '350582'`,
  `insert into dispute (tenant_id, id, uscc, fact, year, fact_id, disputed_by, disputed_at, reason, evidence_file)
   select f.tenant_id, gen_random_uuid(), f.uscc, f.fact, f.year, f.id, 'x', now(), '有误', 'f' || f.uscc
   from fact f where f.tenant_id = '350582' and f.fact = 'aboveScale' and f.year = 2024 and right(f.uscc, 1) = '3'`,
];

/** `url`: of the owner. Statistics are brought up to date, as the database itself does after a while. */
export async function fillCity(url: string, enterprises: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const step of steps(enterprises)) await client.query(step);
    await client.query("vacuum analyze enterprise, enterprise_name, fact, file, bank_account, dispute");
  } finally {
    await client.end();
  }
}

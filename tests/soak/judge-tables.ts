/**
 * Holds the tables against each other, past all routes: every deed is whole (its record, its messages, the calls it queued, each exactly once), whether it was
 * acknowledged or not. Each question is one statement, so that it sees one moment while others write.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { type Deed, type DeedKind, sha256 } from "./deeds.ts";

/** Records of a kind, by what they are about: how many of each. */
const recorded = (action: string, condition = "true") =>
  `(select subject as id, count(*) as times from record where action = '${action}' and outcome = 'done' and ${condition} group by subject)`;

/** What has no record, or several, or is recorded and isn't there. */
const oneRecordEach = (table: string, action: string, condition = "true", id = "id", where = "true") =>
  `select coalesce(t.id, r.id) as what from (select ${id} as id from ${table} where ${where}) t
   full join ${recorded(action, condition)} r on r.id = t.id where r.times is distinct from 1 or t.id is null`;

/** Each answers the rows that are wrong. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "an enterprise and its record": oneRecordEach("enterprise", "enterprise.add", "true", "uscc", "substr(uscc, 9, 2) = 'MC'"),
  "a renaming, its record, the former name and the present one": `
    select e.uscc as what from enterprise_event e join enterprise h using (tenant_id, uscc)
    where h.name is distinct from e.after or (select count(*) from enterprise_name n where n.uscc = e.uscc and n.name = e.before) <> 1
      or (select count(*) from record r where r.action = 'file.event' and r.outcome = 'done' and r.subject = e.uscc) <> 1
    union all select subject from record where action = 'file.event' and outcome = 'done' and not exists (select from enterprise_event where uscc = subject)
    union all select n.uscc from enterprise_name n where not exists (select from enterprise_event e where e.uscc = n.uscc)`,
  "a file and its record": oneRecordEach(
    "file",
    "upload.add",
    "true",
    "id",
    "not exists (select from claim_attachment a where a.file_id = file.id)",
  ),
  "a fact and its record": `
    select coalesce(f.id, r.id) as what
    from (select concat_ws(' ', uscc, fact, year) as id, count(*) as times from fact group by 1) f
    full join ${recorded("file.supply")} r on r.id = f.id where f.times is distinct from r.times`,
  "an account and the record of its proposal": oneRecordEach("bank_account", "account.propose"),
  "an account and the record of its decision": oneRecordEach(
    "bank_account",
    "account.confirm",
    "true",
    "id",
    "decided_at is not null",
  ),
  "an account that was confirmed, and the one in its place": `
    select uscc as what from bank_account group by uscc having count(*) filter (where state = 'confirmed') > 1
      or (bool_or(state = 'replaced') and count(*) filter (where state = 'confirmed') <> 1)
    union all select id from bank_account where (state = 'replaced') <> (replaced_at is not null) or (state <> 'proposed') <> (decided_at is not null)`,
  "a question and its record": oneRecordEach("consultation", "consultation.ask"),
  "an answer and its record": oneRecordEach("consultation", "consultation.answer", "true", "id", "answered_at is not null"),
  "a publication and its record": oneRecordEach("consultation", "consultation.publish", "true", "id", "published_at is not null"),
  "questions and answers, and the messages of them": `
    select 'questions ' || q.n || ', messages ' || m.n as what from
      (select count(*) as n from consultation) q, (select count(*) as n from message where title = '有新的咨询') m where q.n <> m.n
    union all select 'answers ' || q.n || ', messages ' || m.n from
      (select count(*) as n from consultation where answered_at is not null) q,
      (select count(*) as n from message where title = '您的咨询有答复了') m where q.n <> m.n`,
  "a publication and its call": `
    select coalesce(c.id, o.id) as what from (select id from consultation where published_at is not null) c full join
      (select (payload->>'body')::jsonb->'data'->>'id' as id, count(*) as times from outbox
       where payload->>'event' = 'consultation.published' group by 1) o on o.id = c.id where o.times is distinct from 1 or c.id is null`,
  "a version and its rows, awards and record": `
    select v.id as what from register_version v left join register_preview p on p.version_id = v.id
    left join (select version_id, count(*) as n from register_row group by 1) r on r.version_id = v.id
    left join (select version_id, count(*) as n from ledger_award group by 1) a on a.version_id = v.id
    left join (select subject, count(*) as n from record where outcome = 'done' and subject_kind = 'register-preview' group by 1) t on t.subject = p.id
    left join (select subject, count(*) as n from record where outcome = 'done' and action in ('register.undo', 'ledger.undo') group by 1) u
      on u.subject = v.id
    where r.n is distinct from v.row_count or a.n is distinct from (case when v.kind = 'ledger-ours' then v.row_count end)
      or t.n is distinct from 1 or u.n is distinct from (case when v.undone_at is not null then 1 end)`,
  "rows, awards and records, and their version": `
    select version_id as what from register_row r where not exists (select from register_version v where v.id = r.version_id)
    union all select version_id from ledger_award a where not exists (select from register_version v where v.id = a.version_id)
    union all select subject from record r where outcome = 'done' and subject_kind = 'register-preview'
      and not exists (select from register_preview p join register_version v on v.id = p.version_id where p.id = r.subject)`,
  "enterprises that came with a version": `
    select e.uscc as what from enterprise e where substr(e.uscc, 9, 2) in ('MD', 'ME') and not exists (select from register_row r where r.uscc = e.uscc)
    union all select r.uscc from register_row r where not exists (select from enterprise e where e.uscc = r.uscc)`,
  "one version in force of each, where one wasn't undone": `
    select kind as what from register_version group by kind, period
    having count(*) filter (where current) <> (case when bool_or(undone_at is null) then 1 else 0 end)`,
  "a package, its claims, attachments, units and record": `
    select p.id as what from claim_package p
    where (select count(*) from claim c where c.package_id = p.id) <> p.added_count
      or (select count(*) from claim_import i where i.package_id = p.id) <> p.added_count + p.changed_count + p.unchanged_count
      or (select count(*) from claim_attachment a join file f on f.id = a.file_id where a.package_id = p.id) <> p.attachment_count
      or (select count(*) from claim c join enterprise e on e.uscc = c.uscc where c.package_id = p.id) <> p.added_count
      or (select count(*) from record r where r.action = 'package.import' and r.outcome = 'done' and r.subject = p.id) <> 1
      or (select count(*) from outbox o where o.payload->>'event' = 'package.imported' and (o.payload->>'body')::jsonb->'data'->>'id' = p.id) <> 1`,
  "claims, records and calls, and their package": `
    select package_id as what from claim c where not exists (select from claim_package p where p.id = c.package_id)
    union all select e.uscc from enterprise e where substr(e.uscc, 9, 2) = 'MF' and not exists (select from claim c where c.uscc = e.uscc)
    union all select subject from record where action = 'package.import' and outcome = 'done' and not exists (select from claim_package p where p.id = subject)
    union all select id from outbox where payload->>'event' = 'package.imported'
      and not exists (select from claim_package p where p.id = (payload->>'body')::jsonb->'data'->>'id')`,
  "an invitation and its record": oneRecordEach("invitation", "unit.invite", "not detail ? 'revoked'"),
  "a revocation and its record": oneRecordEach("invitation", "unit.invite", "detail ? 'revoked'", "id", "revoked_at is not null"),
};

/** Where a deed of a kind stands, by its id. */
const PLACE: Readonly<Record<DeedKind, string>> = {
  enterprise: "select uscc as id from enterprise",
  renaming: "select uscc as id from enterprise_event",
  file: "select id from file",
  fact: "select id from fact",
  account: "select id from bank_account",
  "account-decision": "select id from bank_account where decided_at is not null",
  question: "select id from consultation",
  answer: "select id from consultation where answer is not null",
  publication: "select id from consultation where public_answer is not null",
  register: "select id from register_version",
  "register-undo": "select id from register_version where undone_at is not null",
  ledger: "select id from register_version",
  package: "select id from claim_package",
  invitation: "select id from invitation",
  revocation: "select id from invitation where revoked_at is not null",
};

/** What isn't whole, by the question that found it. */
export async function halvesIn(client: pg.Client): Promise<readonly string[]> {
  const halves: string[] = [];
  for (const [question, sql] of Object.entries(QUESTIONS)) {
    const { rows } = await client.query<{ what: string }>(`${sql} limit 20`);
    for (const { what } of rows) halves.push(`${question}: ${what}`);
  }
  return halves;
}

/** Acknowledged deeds that no row tells of. */
export async function lostIn(client: pg.Client, deeds: readonly Deed[]): Promise<readonly Deed[]> {
  const there = new Map<DeedKind, ReadonlySet<string>>();
  for (const [kind, sql] of Object.entries(PLACE)) {
    const { rows } = await client.query<{ id: string }>(sql);
    there.set(kind as DeedKind, new Set(rows.map(({ id }) => id)));
  }
  return deeds.filter(({ kind, id }) => !there.get(kind)?.has(id));
}

/** Rows of files whose bytes aren't in their folder as the row says. `known`: digests that were right before; they are added to. */
export async function brokenFiles(client: pg.Client, data: string, known: Set<string>): Promise<readonly string[]> {
  const { rows } = await client.query<{ sha256: string; size: string }>("select sha256, size_bytes as size from file");
  const broken: string[] = [];
  for (const { sha256: digest, size } of rows.filter((one) => !known.has(one.sha256))) {
    const bytes = bytesOf(join(data, "files", digest.slice(0, 2), digest));
    if (bytes?.length === Number(size) && sha256(bytes) === digest) known.add(digest);
    else broken.push(digest);
  }
  return broken;
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

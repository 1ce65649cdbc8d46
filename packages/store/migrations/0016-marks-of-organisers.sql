-- Awards of one organiser across years are found by a mark too ('o…'). Where nobody is said to have organised it, its payee may have.
insert into award_mark (tenant_id, mark, award_id)
select a.tenant_id, 'o' || upper(regexp_replace(normalize(coalesce(a.organiser, a.payee), NFKC), '\s', '', 'g')), a.id
from ledger_award a
on conflict do nothing;

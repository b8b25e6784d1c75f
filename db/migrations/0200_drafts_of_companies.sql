-- Whoever holds a company's certificate need not be its director: such a session sees what was begun in one, and the buffers of
-- dossiers that no person's identity stands behind.
alter table drafts add column open_to_certificate boolean not null default false;

update drafts set open_to_certificate = true
from dossiers
where dossiers.id = drafts.dossier_id
  and not exists (select from jsonb_object_keys(dossiers.facts) as fact where fact like 'person.%');

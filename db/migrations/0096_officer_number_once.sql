-- A number belongs to one officer: found by a keyed hash of its own, which is that of no other table.
alter table officer_numbers add column personal_id_hash text unique;

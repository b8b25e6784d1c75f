-- Overseers read how many dossiers got their result lately, and how many of them on time.
create index dossiers_finished on dossiers (completed_at) include (agency_code, supplement_count, due_at) where completed_at is not null;

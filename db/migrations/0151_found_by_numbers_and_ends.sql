-- Keyed hashes of the numbers in what was handed in (telephones, licences, plates, tax codes): found without being kept beside it.
alter table dossiers add column number_hashes text[] not null default '{}';
create index dossiers_by_number on dossiers using gin (number_hashes);
-- People read out the end of a code.
create index dossiers_by_end_of_code on dossiers (agency_code, reverse(dossier_code) text_pattern_ops) where dossier_code is not null;
create index dossiers_by_end_of_submission on dossiers (agency_code, reverse(submission_code) text_pattern_ops);
create index dossiers_by_end_of_code_elsewhere on dossiers (receiving_agency_code, reverse(dossier_code) text_pattern_ops)
  where dossier_code is not null and receiving_agency_code <> agency_code;
create index dossiers_by_end_of_submission_elsewhere on dossiers (receiving_agency_code, reverse(submission_code) text_pattern_ops)
  where receiving_agency_code <> agency_code;

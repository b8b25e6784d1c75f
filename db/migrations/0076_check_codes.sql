-- What stands in the QR code of a numbered paper: by it anyone who holds the paper finds the verdict on its signatures.
alter table paper_numbers add column check_code text not null default upper(replace(gen_random_uuid()::text, '-', ''));
alter table paper_numbers alter column check_code drop default;
create unique index paper_numbers_by_check_code on paper_numbers (check_code);

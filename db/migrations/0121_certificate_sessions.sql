-- Which certificate a session was opened with; null where a person signed in. Whoever holds a company's file sees the company's data only.
alter table sessions add column certificate_sha256 text check (certificate_sha256 ~ '^[0-9a-f]{64}$');

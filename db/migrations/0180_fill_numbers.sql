-- Dossiers older than 0151 have no hashes of their numbers: only the application has the key, so a job fills them in, once.
select graphile_worker.add_job('dossiers.fillNumbers', '{}'::json, job_key => 'dossiers.fill-numbers', max_attempts => 25)
where exists (select from dossiers where number_hashes = '{}');

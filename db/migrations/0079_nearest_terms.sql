-- Among thousands of procedures the loose measure of whole names let a third of all terms through to be weighed one by one.
-- Now both measures are equally strict; the loose one is asked only where nothing is near, for those who type whole sentences.
create or replace function nearest_terms(typed text) returns table (revision_id uuid, nearness double precision)
language sql stable set pg_trgm.word_similarity_threshold = 0.45 set pg_trgm.similarity_threshold = 0.45 as $$
  select revision_id, max(0.6 * word_similarity(typed, plain) + 0.4 * similarity(typed, plain))
  from procedure_terms
  where typed <% plain or typed % plain
  group by revision_id
$$;

create function farther_terms(typed text) returns table (revision_id uuid, nearness double precision)
language sql stable set pg_trgm.similarity_threshold = 0.3 as $$
  select revision_id, max(0.6 * word_similarity(typed, plain) + 0.4 * similarity(typed, plain))
  from procedure_terms
  where typed % plain
  group by revision_id
$$;

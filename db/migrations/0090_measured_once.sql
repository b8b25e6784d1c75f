-- Each term near to what was typed was measured up to three times, and once for every procedure that goes by it. Whoever is
-- alike as a whole is also alike in its best run of words, so one question finds them all; then each wording is measured once.
create or replace function nearest_terms(typed text) returns table (revision_id uuid, nearness double precision)
language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
  with near as materialized (
    select plain, array_agg(procedure_terms.revision_id) as revisions from procedure_terms where typed <% plain group by plain
  ), measured as materialized (
    select revisions, 0.6 * word_similarity(typed, plain) + 0.4 * similarity(typed, plain) as nearness from near
  )
  select revision, max(measured.nearness) from measured, unnest(revisions) revision group by revision
$$;

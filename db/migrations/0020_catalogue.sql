-- A procedure is known by its code; what it says is its revisions, which never change once published.
create table procedures (
  code text primary key check (code ~ '^[1-6]\.\d{6}(\.H\d{2})?$'),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  created_at timestamptz(3) not null
);

create table procedure_revisions (
  id uuid primary key,
  procedure_code text not null references procedures (code),
  number integer not null check (number > 0),
  definition jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  effective_from date not null,
  published_at timestamptz(3) not null,
  constraint procedure_revisions_procedure_code_number_key unique (procedure_code, number)
);
create index procedure_revisions_in_force on procedure_revisions (procedure_code, effective_from, number desc);
create trigger procedure_revisions_are_immutable before update or delete on procedure_revisions
  for each row execute function refuse_change();
create trigger procedure_revisions_are_never_truncated before truncate on procedure_revisions
  for each statement execute function refuse_change();
revoke update, delete, truncate on procedure_revisions from motcua_app;

-- What search and browsing look at, one row a revision, so that a revision of a later day is found from that day on.
create table procedure_search (
  revision_id uuid primary key references procedure_revisions (id),
  procedure_code text not null references procedures (code),
  number integer not null,
  effective_from date not null,
  slug text not null,
  name jsonb not null check (name ? 'vi' and name ? 'en'),
  summary jsonb not null check (summary ? 'vi' and summary ? 'en'),
  handled_by jsonb not null check (handled_by ? 'vi' and handled_by ? 'en'),
  service_field text not null,
  agency_function text,
  audience text[] not null,
  life_events text[] not null,
  level text not null check (level in ('FULL', 'PARTIAL')),
  online boolean not null,
  sort_key text not null,
  words tsvector not null
);
create index procedure_search_words on procedure_search using gin (words);
create index procedure_search_in_force on procedure_search (procedure_code, effective_from, number desc);

-- Names and synonyms one by one, without diacritics and in lower case, so that a misspelt one is measured against each.
create table procedure_terms (
  revision_id uuid not null references procedure_search (revision_id) on delete cascade,
  position integer not null,
  term text not null,
  plain text not null,
  locale text not null check (locale in ('vi', 'en')),
  is_name boolean not null,
  primary key (revision_id, position)
);
create index procedure_terms_alike on procedure_terms using gin (plain gin_trgm_ops);

-- How near each term is to what was typed: the whole of it, and its best run of words. The threshold lets one wrong letter
-- in a short query through; it is set here because the index reads it.
select similarity('', '');
create function nearest_terms(typed text) returns table (revision_id uuid, nearness double precision)
language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
  select revision_id, max(0.6 * word_similarity(typed, plain) + 0.4 * similarity(typed, plain))
  from procedure_terms
  where typed <% plain or typed % plain
  group by revision_id
$$;

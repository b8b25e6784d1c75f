-- What people look for that is not filed here: what it is called, who does it and where to ask. From its day on.
create table signposts (
  code text primary key,
  name jsonb not null,
  done_by jsonb not null,
  -- As the search reads what people type: lower case, no diacritics.
  terms text[] not null check (array_length(terms, 1) > 0),
  source text not null,
  effective_from date not null,
  effective_to date,
  constraint signposts_end_after_start check (effective_to is null or effective_to > effective_from)
);

-- What was found when a content was opened, so that no file is opened twice to learn the same. Only what is the file's own
-- doing is kept; `decoders` says by which generation of our decoders and limits, since later ones may judge better.
create table content_verdicts (
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  decoders integer not null,
  outcome text not null check (outcome in ('opens', 'broken', 'locked', 'too-many-pixels', 'too-costly')),
  pages integer check (pages > 0),
  is_drawable boolean not null,
  found_at timestamptz(3) not null,
  primary key (sha256, decoders),
  constraint only_what_opens_is_drawn check (outcome = 'opens' or (pages is null and not is_drawable))
);

-- A page without a picture: it could not be drawn within the limits, or not at all.
alter table previews alter column preview_sha256 drop not null;

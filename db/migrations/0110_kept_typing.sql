-- What a person sent from a form after their session had ended, sealed, until they have signed in again.
create table kept_typing (
  user_id uuid not null references users (id),
  path text not null,
  typed_sealed bytea not null,
  expires_at timestamptz(3) not null,
  primary key (user_id, path)
);
create index kept_typing_expires_at on kept_typing (expires_at);

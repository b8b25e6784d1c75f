create table notices (
  id uuid primary key,
  key text not null unique,
  user_id uuid not null,
  dossier_id uuid references dossiers (id),
  title jsonb not null,
  body jsonb not null,
  created_at timestamptz(3) not null,
  read_at timestamptz(3),
  mailed_at timestamptz(3)
);
create index notices_of_user on notices (user_id, created_at desc, id desc);
create index notices_unread on notices (user_id) where read_at is null;
create index notices_of_dossier on notices (dossier_id, created_at) where dossier_id is not null;

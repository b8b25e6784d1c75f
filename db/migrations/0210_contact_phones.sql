-- The telephone at which an officer, or the one-stop desk of an agency, answers questions; what was printed once stays known.
create table contact_phones (
  id uuid primary key,
  user_id uuid references users (id),
  agency_code text,
  phone text not null check (phone ~ '^\+84[0-9]{9,10}$'),
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3),
  recorded_by uuid references users (id),
  is_sample boolean not null default false,
  constraint of_one check (num_nonnulls(user_id, agency_code) = 1),
  constraint ends_after_its_start check (valid_to >= valid_from)
);
create unique index contact_phones_of_officer on contact_phones (user_id) where valid_to is null;
create unique index contact_phones_of_desk on contact_phones (agency_code) where valid_to is null;
revoke update, delete, truncate on contact_phones from motcua_app;
grant update (valid_to) on contact_phones to motcua_app;

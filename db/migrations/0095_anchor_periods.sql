-- A root may be trusted from a day ahead and until a day ahead; an end that still lies ahead can be brought forward.
create or replace function trust_anchors_only_end() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'effective_to') is distinct from (to_jsonb(old) - 'effective_to') then
    raise exception 'of a trust anchor only its end can be set' using errcode = 'insufficient_privilege';
  end if;
  if old.effective_to <= now() or new.effective_to is null or new.effective_to > old.effective_to then
    raise exception 'the end of a trust anchor can only be brought forward, while it lies ahead' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

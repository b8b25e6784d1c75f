-- What was to be submitted when the person was sent to confirm who they are: taken out by whoever carries it out.
alter table drafts add column wish jsonb;

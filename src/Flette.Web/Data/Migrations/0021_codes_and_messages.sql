-- Text messages, one-time codes, browsers that are remembered, and messages between a family and its coordinator.

-- When the gateway said that a text message arrived; one that did not is failed.
alter table outbox add column receipt_at timestamptz;

alter table link drop constraint link_purpose_check;
alter table link add constraint link_purpose_check check (purpose in ('agreements', 'meeting', 'input', 'messages'));

-- A one-time code. What it is stands nowhere: it is made from this id under the municipality's key, and the number it goes to is a
-- keyed hash. Tries are counted before anything is compared.
create table one_time_code (
  id          uuid primary key,
  family      uuid not null references family,
  link        uuid not null references link,
  session     uuid not null,             -- the session of the link that asked: no other may use it
  number_hash bytea not null,
  sent_at     timestamptz not null,
  expires_at  timestamptz not null,
  tries       int not null default 0,
  used_at     timestamptz
);
create index one_time_code_link on one_time_code (link, sent_at);
create index one_time_code_number on one_time_code (number_hash, sent_at);

-- A browser that needs no code for a while, for one person. It dies with the number it was proved by.
create table known_browser (
  id          uuid primary key,
  family      uuid not null references family,
  person      uuid not null,             -- a participant or a member
  token_hash  bytea not null unique,
  number_hash bytea not null,
  device      text,                      -- kind of browser and machine, from a written list
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  ended_at    timestamptz
);
create index known_browser_person on known_browser (person) where ended_at is null;

-- In how many working days she says that she answers.
alter table staff add column answers_within smallint not null default 2 check (answers_within between 1 and 10);

create index item_message on item (family) where kind = 'message' and state = 'waiting';

grant select, insert, update on one_time_code, known_browser to flette_app;

-- «Hvem har sett», month by month.
create index audit_family on audit (family, at) where family is not null and outcome = 'ok';

-- How often something was done lately, by one link, session or address: all nodes count the same. Whose is a keyed hash.
create table use_count (
  what    text not null,
  whose   bytea not null,
  since   timestamptz not null,          -- the beginning of the time that is counted
  uses    int not null,
  primary key (what, whose, since)
);
create index use_count_since on use_count (since);
grant select, insert, update, delete on use_count to flette_app;

-- The ground: who works here, which families have a coordinator, what is said of them, and the log.
-- Text about people is bytea (sealed, see docs/adr/0004). In the clear stand ids, dates, status,
-- topic and room codes, and the names of staff and organisations.

create table municipality (
  key        text primary key,
  demo       boolean not null,          -- a stamped database is refused by production, and the reverse
  key_check  bytea not null,            -- sealed constant: a wrong master key stops the start
  created_at timestamptz not null
);

create table organisation (
  id    uuid primary key,
  name  text not null,
  owner text not null check (owner in ('municipality', 'county', 'state', 'state-and-municipality', 'health-trust', 'private', 'voluntary')),
  topic text not null,
  phone text
);

create table staff (
  id           uuid primary key,
  name         text not null,
  email        text not null,
  phone        text,
  organisation uuid references organisation
);

create table staff_role (
  staff       uuid not null references staff,
  role        text not null check (role in ('coordinator', 'unit', 'leader', 'administrator')),
  valid_from  date not null,
  valid_until date,
  primary key (staff, role, valid_from)
);

create table session (
  id         uuid primary key,
  token_hash bytea not null unique,     -- SHA-256 of the cookie's random id, which is stored nowhere
  kind       text not null check (kind in ('staff', 'member')),
  subject    uuid not null,
  level      smallint not null,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  ended_at   timestamptz
);

-- One key per member and one for the family's common part, wrapped by the municipality's key.
create table owner_key (
  owner        uuid not null,
  no           int not null,
  family       uuid not null,
  wrapped      bytea,                   -- null when destroyed
  primary key (owner, no)
);
create index owner_key_family on owner_key (family);

create table family (
  id            uuid primary key,
  state         text not null check (state in ('active', 'closed')),
  version       int not null,
  registered_at timestamptz not null,
  registered_by uuid not null references staff,
  body          bytea not null          -- the name
);

create table appointment (
  id                   uuid primary key,
  family               uuid not null references family,
  staff                uuid not null references staff,
  kind                 text not null check (kind in ('coordinator', 'childrens-coordinator', 'family-coordinator')),
  valid_from           date not null,
  valid_until          date,
  appointed_by         uuid not null references staff,
  appointed_at         timestamptz not null,
  delegation           boolean not null, -- delegeringsvedtak
  deputy               uuid references staff,
  deputy_from          date,
  deputy_until         date,
  deputy_activated_by  uuid references staff,
  version              int not null,
  body                 bytea not null,   -- the ground, in words
  check (valid_until is null or valid_until >= valid_from),
  check (deputy_from is null or (deputy is not null and deputy_activated_by is not null))
);
create index appointment_family on appointment (family);
create index appointment_staff on appointment (staff);
create index appointment_deputy on appointment (deputy);

create table household (
  id     uuid primary key,
  family uuid not null references family,
  body   bytea not null                  -- what the home is called
);
create index household_family on household (family);

create table member (
  id         uuid primary key,
  family     uuid not null references family,
  born       date,
  due        date,                       -- expected birth
  carried_by uuid references member,
  households uuid[] not null,
  version    int not null,
  left_at    timestamptz,
  body       bytea not null              -- name, relation, language, how we reach you
);
create index member_family on member (family);

create table guardianship (
  id          uuid primary key,
  family      uuid not null references family,
  child       uuid not null references member,
  kind        text not null check (kind in ('parental-responsibility', 'lives-with', 'care-taken-over', 'foster-parent', 'guardian', 'next-of-kin', 'attorney')),
  holder      uuid references member,    -- null when a service has it
  valid_from  date not null,
  valid_until date,
  source      text not null check (source in ('population-register', 'decision', 'agreement', 'told', 'expected')),
  version     int not null,
  check (valid_until is null or valid_until >= valid_from)
);
create index guardianship_family on guardianship (family);

-- Everything said in the system: about whom, on what topic, in which room (trust.md). The row holds the
-- newest version; item_version holds them all.
create table item (
  id          uuid primary key,
  family      uuid not null references family,
  kind        text not null,
  room        text not null check (room in ('plan', 'home', 'own', 'work', 'appeal')),
  topic       text,
  about       uuid[] not null,           -- members; empty is the common part
  owner       uuid,
  holders     uuid[] not null,           -- participants and members it names as responsible or with
  private     boolean not null,
  shared_home boolean not null,
  parent      uuid references item,      -- the meeting of an agreement, the goal of a measure
  in_plan     boolean not null,          -- false: hangs on the family, outside the plan
  state       text not null,
  day         date,                      -- due, held on, told on
  seq         int not null,              -- order among its siblings
  version     int not null,
  change      text not null,
  restored    int,                       -- after an undo: the version whose content this is
  by_kind     text not null,
  by_id       uuid not null,
  on_behalf   uuid,
  at          timestamptz not null,
  key_owner   uuid not null,
  body        bytea not null
);
create index item_family on item (family, kind);

create table item_version (
  item        uuid not null references item,
  version     int not null,
  room        text not null,
  topic       text,
  about       uuid[] not null,
  owner       uuid,
  holders     uuid[] not null,
  private     boolean not null,
  shared_home boolean not null,
  parent      uuid,
  in_plan     boolean not null,
  state       text not null,
  day         date,
  seq         int not null,
  change      text not null,
  restored    int,                       -- after an undo: the version whose content this is
  by_kind     text not null,
  by_id       uuid not null,
  on_behalf   uuid,
  at          timestamptz not null,
  key_owner   uuid not null,
  body        bytea not null,
  primary key (item, version)
);

-- Without a recorded yes there is no plan (FOR-2022-06-22-1110 § 5). One plan per family for now.
create table plan (
  id           uuid primary key,
  family       uuid not null references family,
  kind         text not null check (kind in ('individual', 'family')),
  recipient    uuid references member,
  state        text not null check (state in ('open', 'withdrawn')),
  opened_at    timestamptz not null,
  withdrawn_at timestamptz,
  valid_from   date not null,
  valid_until  date,
  revision     date,                     -- next time it is looked at together
  version      int not null,
  body         bytea not null,           -- how the child took part
  check ((kind = 'individual') = (recipient is not null))
);
create unique index plan_family on plan (family);

create table consent (
  id           uuid primary key,
  family       uuid not null references family,
  kind         text not null check (kind in ('plan')),
  plan_kind    text not null check (plan_kind in ('individual', 'family')),
  recipient    uuid references member,
  given_by     uuid not null references member,
  given_on     date not null,
  how          text not null check (how in ('in-person', 'paper', 'phone', 'meeting')),
  recorded_by  uuid not null references staff,
  recorded_at  timestamptz not null,
  withdrawn_on date,
  withdrawn_by uuid references staff,
  body         bytea not null            -- the exact words
);
create index consent_family on consent (family);

-- Original documents, in sealed chunks of 256 kB, and the text read from them.
create table document (
  id         uuid primary key,
  family     uuid not null references family,
  size       bigint not null,
  media      text not null,
  at         timestamptz not null,
  by_id      uuid not null references staff,
  body       bytea not null              -- file name and the text, line by line
);
create index document_family on document (family);

create table document_chunk (
  document uuid not null references document,
  seq      int not null,
  body     bytea not null,
  primary key (document, seq)
);

-- "koordinator blir …" in minutes puts a proposal before the unit, and nothing more.
create table appointment_proposal (
  id         uuid primary key,
  family     uuid not null references family,
  kind       text not null,
  at         timestamptz not null,
  by_id      uuid not null references staff,
  handled_at timestamptz,
  body       bytea not null              -- the proposed name
);
create index appointment_proposal_family on appointment_proposal (family);

-- A repeated post of the same form is one effect: the second finds the first one's answer here.
create table form_key (
  key      uuid primary key,
  subject  uuid not null,
  location text not null,
  at       timestamptz not null
);

-- Ids only, never names. A written reason is sealed.
create table audit (
  id         bigint generated always as identity primary key,
  xid        xid8 not null default pg_current_xact_id(),
  at         timestamptz not null,
  by_kind    text not null,
  by_id      uuid,
  act        text not null,
  outcome    text not null,              -- ok, or the rule that refused
  family     uuid,
  items      uuid[] not null,
  request    text not null,              -- reference number
  reason     bytea
);
create index audit_read on audit (by_id, act, family, at desc);

grant usage on schema public to flette_app;
grant select, insert, update on all tables in schema public to flette_app;
grant delete on session, form_key to flette_app;
revoke update on audit, document, document_chunk, item_version, municipality from flette_app;
revoke insert on municipality from flette_app;
revoke insert, update on schema_version from flette_app;

-- Asked and answered: links, what goes out, and who has been asked to take an agreement over.

-- Named later, they hold it only after saying yes; until then the holders do.
alter table item add column asked uuid[] not null default '{}';
alter table item_version add column asked uuid[] not null default '{}';

-- A capability for one person and one purpose. Its token is this id and a MAC under the municipality's link key; it is
-- stored nowhere.
create table link (
  id          uuid primary key,
  family      uuid not null references family,
  sending     uuid not null,             -- what was sent in one go, and can be undone in one go
  person      uuid not null,             -- a participant or a member
  items       uuid[] not null,           -- the agreements it asks about
  created_at  timestamptz not null,
  created_by  uuid references staff,     -- null: the person asked for a new one
  expires_on  date not null,             -- last day it opens
  revoked_at  timestamptz,
  revoked_why text check (revoked_why in ('not-me', 'withdrawn', 'undone')),
  body        bytea not null,            -- neutral titles, first name, language; sealed with the family's key
  check ((revoked_at is null) = (revoked_why is null))
);
create index link_family on link (family);

alter table session drop constraint session_kind_check;
alter table session add constraint session_kind_check check (kind in ('staff', 'member', 'link'));

-- What is to leave the house. Rendered at sending: here stand a template, ids and sealed parameters.
create table outbox (
  id         uuid primary key,           -- also the Message-ID, so that a mail sent twice is one
  family     uuid not null references family,
  sending    uuid not null,
  link       uuid references link,
  template   text not null,
  state      text not null check (state in ('waiting', 'sent', 'undone', 'failed')),
  send_after timestamptz not null,       -- 30 seconds in which it can be undone; later after a failure
  tries      int not null default 0,
  fault      text,                       -- code of the last failure, never a message that may quote an address
  created_at timestamptz not null,
  ended_at   timestamptz,                -- sent, undone or given up
  body       bytea not null              -- address and parameters; sealed with the family's key
);
create index outbox_family on outbox (family);
create index outbox_waiting on outbox (send_after) where state = 'waiting';

grant select, insert, update on link, outbox to flette_app;

-- Invitations to meetings: who is asked, under which number in the calendar, and what the newest word to her said.

-- What a link is for: it opens the pages of that purpose and no others.
alter table link add column purpose text not null default 'agreements' check (purpose in ('agreements', 'meeting'));

-- When a mail was first to leave; null on what was there before. One written long before its day is given up from then, not from
-- when it was written.
alter table outbox add column due_at timestamptz;

-- One person's invitation to one meeting. What she answers is an item with this id.
create table invitation (
  id       uuid primary key,
  family   uuid not null references family,
  meeting  uuid not null references item,
  person   uuid not null,                -- a participant or a member
  uid      uuid not null unique,         -- random: the UID in the calendar, told to nobody else
  sequence int not null,                 -- SEQUENCE (RFC 5545, 3.8.7.4) of the newest word that was put in the outbox
  state    text not null check (state in ('invited', 'cancelled', 'undone')),
  sending  uuid not null,                -- the newest sending it was part of
  sent_at  timestamptz not null,
  link     uuid references link,         -- the newest link; null when she has been told by telephone only
  reply_at timestamptz,                  -- DTSTAMP of the newest calendar answer that was taken: older ones come too late
  body     bytea not null,               -- address, and the day, time and place she was told; sealed with the family's key
  unique (meeting, person)
);
create index invitation_family on invitation (family);

grant select, insert, update on invitation to flette_app;

-- Follow-up: who was reminded of what, and when each family was last gone through.

-- A link made to remind. It asks again about what was sent before, so it is no sending that a pace is counted from.
alter table link add column reminder boolean not null default false;

-- One step for one person and one agreement. The key makes it happen once, on however many nodes.
create table reminder (
  agreement uuid not null references item,
  person    uuid not null,               -- a participant or a member
  day       date not null,               -- the day it was planned for
  family    uuid not null references family,
  made_at   timestamptz not null,
  link      uuid not null references link,
  primary key (agreement, person, day)
);
create index reminder_family on reminder (family);

-- The last working day on which the reminders of a family were gone through.
create table reminder_day (
  family uuid primary key references family,
  day    date not null
);

create index item_due on item (family, day) where kind = 'agreement' and day is not null;

grant select, insert on reminder to flette_app;
grant select, insert, update on reminder_day to flette_app;

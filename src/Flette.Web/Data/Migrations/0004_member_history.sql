-- Members and legal positions are history like everything else: each write of a row keeps it as a version.

create table member_version (
  member     uuid not null references member,
  version    int not null,
  born       date,
  due        date,
  carried_by uuid,
  households uuid[] not null,
  left_at    timestamptz,
  change     text not null check (change in ('registered', 'changed', 'kept')),
  by_kind    text,                       -- null on what was there before versions were kept, when the log does not say
  by_id      uuid,
  at         timestamptz not null,
  body       bytea not null,             -- as it lies in the member's row: same key, same place, so it dies with her key
  primary key (member, version)
);

create table guardianship_version (
  guardianship uuid not null references guardianship,
  version      int not null,
  child        uuid not null,
  kind         text not null,
  holder       uuid,
  valid_from   date not null,
  valid_until  date,
  source       text not null,
  change       text not null check (change in ('registered', 'ended', 'reopened', 'kept')),
  by_kind      text,
  by_id        uuid,
  at           timestamptz not null,
  primary key (guardianship, version)
);

-- What was there is kept as it stands. Who left it so, and when, is in the log, which commits with each write. A first version
-- is how it was registered; what stood before a later one is gone.
with last_write as (
  select distinct on (item) item, by_kind, by_id, at
    from audit, unnest(items) as item
   where outcome = 'ok' and act in ('change-member', 'change-guardianship')
   order by item, id desc
), members as (
  insert into member_version (member, version, born, due, carried_by, households, left_at, change, by_kind, by_id, at, body)
    select m.id, m.version, m.born, m.due, m.carried_by, m.households, m.left_at,
           case when m.version = 1 then 'registered' else 'kept' end, w.by_kind, w.by_id, coalesce(w.at, f.registered_at), m.body
      from member m join family f on f.id = m.family left join last_write w on w.item = m.id
)
insert into guardianship_version (guardianship, version, child, kind, holder, valid_from, valid_until, source, change, by_kind, by_id, at)
  select g.id, g.version, g.child, g.kind, g.holder, g.valid_from, g.valid_until, g.source,
         case when g.version = 1 then 'registered' else 'kept' end, w.by_kind, w.by_id, coalesce(w.at, f.registered_at)
    from guardianship g join family f on f.id = g.family left join last_write w on w.item = g.id;

grant select, insert on member_version, guardianship_version to flette_app;

-- Appointments are history like everything else: each write of a row keeps it as a version.

create table appointment_version (
  appointment         uuid not null references appointment,
  version             int not null,
  staff               uuid not null,
  kind                text not null,
  valid_from          date not null,
  valid_until         date,
  delegation          boolean not null,
  deputy              uuid,
  deputy_from         date,
  deputy_until        date,
  deputy_activated_by uuid,
  change              text not null check (change in ('appointed', 'ended', 'deputy-opened', 'deputy-closed', 'kept')),
  by_kind             text,              -- null on what was there before versions were kept, when the log does not say
  by_id               uuid,
  at                  timestamptz not null,
  body                bytea not null,    -- as it lies in the appointment's row: same key, same place, so it dies with the family's key
  primary key (appointment, version)
);

-- What was there is kept as it stands. A first version is the appointment itself, which says who made it and when; who left a
-- later one so is in the log, which commits with each write. What stood before that is gone.
with last_write as (
  select distinct on (item) item, by_kind, by_id, at
    from audit, unnest(items) as item
   where outcome = 'ok' and act in ('appoint', 'activate-deputy')
   order by item, id desc
)
insert into appointment_version (appointment, version, staff, kind, valid_from, valid_until, delegation, deputy, deputy_from,
                                 deputy_until, deputy_activated_by, change, by_kind, by_id, at, body)
  select a.id, a.version, a.staff, a.kind, a.valid_from, a.valid_until, a.delegation, a.deputy, a.deputy_from,
         a.deputy_until, a.deputy_activated_by,
         case when a.version = 1 then 'appointed' else 'kept' end,
         case when a.version = 1 then 'staff' else w.by_kind end,
         case when a.version = 1 then a.appointed_by else w.by_id end,
         case when a.version = 1 then a.appointed_at else coalesce(w.at, a.appointed_at) end,
         a.body
    from appointment a left join last_write w on w.item = a.id;

grant select, insert on appointment_version to flette_app;

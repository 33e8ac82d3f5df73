-- What holds for a plan as a whole is history like its parts: each change is a version row.

-- Who has the main responsibility (FOR-2022-06-22-1110 § 9 letter c): a participant; null is the coordinator.
alter table plan add column responsible uuid;

create table plan_version (
  plan        uuid not null references plan,
  version     int not null,
  state       text not null,
  valid_from  date not null,
  valid_until date,
  revision    date,
  responsible uuid,
  change      text not null check (change in ('opened', 'withdrawn', 'reopened', 'changed', 'kept')),
  by_kind     text,                      -- null on what was there before versions were kept
  by_id       uuid,
  at          timestamptz not null,
  primary key (plan, version)
);

insert into plan_version (plan, version, state, valid_from, valid_until, revision, change, at)
  select id, version, state, valid_from, valid_until, revision, 'kept', coalesce(withdrawn_at, opened_at) from plan;

grant select, insert on plan_version to flette_app;

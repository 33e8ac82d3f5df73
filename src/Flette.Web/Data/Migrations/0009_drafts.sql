-- What stands in the field of someone who writes minutes, and is no line yet: it is there again on another machine.
create table draft (
  staff    uuid not null references staff,
  meeting  uuid not null references item,
  family   uuid not null references family,
  line_key uuid not null,                -- the form key the line will be sent with: what is sent is no draft any more
  at       timestamptz not null,
  body     bytea not null,               -- sealed with the family's key
  primary key (staff, meeting)
);
grant select, insert, update, delete on draft to flette_app;

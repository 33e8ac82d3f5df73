-- What came with a form key: a keyed hash of act, address and fields, so that a repeat is told from something else under the same
-- key. Null on what was there before.
alter table form_key add column content bytea;

-- Refusals of those nobody knows are one row for each act, outcome, family and minute: they need no session to make one, and what
-- is in the log stays there. Null on all other rows, and on what was there before.
alter table audit add column minute timestamptz;
create unique index audit_unknown on audit (minute, act, outcome, coalesce(family, '00000000-0000-0000-0000-000000000000'))
  where minute is not null;

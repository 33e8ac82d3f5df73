-- What came with a form key: a keyed hash of act, address and fields, so that a repeat is told from something else under the same
-- key. Null on what was there before.
alter table form_key add column content bytea;

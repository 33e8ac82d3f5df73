-- The log sealed: each seal names the rows it covers and binds them, and the seal before it, under a key that lies outside the database.

create table audit_seal (
  no        bigint primary key,          -- 1, 2, 3 … through all epochs
  epoch     int not null,                -- a restore opens a new one: its server counts transactions anew
  after_id  bigint not null,             -- rows of this epoch have a higher id
  to_xid    xid8 not null,               -- rows of transactions before this one are sealed, in this epoch
  rows      int not null,
  digests   bytea not null,              -- of each row in order: id (8 bytes) and a digest of all of it (16)
  rows_hash bytea not null,              -- SHA-256 of the digests
  prev      bytea not null,              -- mac of the seal before; empty for the first
  mac       bytea not null,              -- HMAC-SHA-256 of everything else here but the digests
  at        timestamptz not null
);

-- What is to be sealed next, without going through what is.
create index audit_xid on audit (xid, id);

grant select, insert on audit_seal to flette_app;

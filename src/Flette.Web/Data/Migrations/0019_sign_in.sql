-- Signing in: who a provider's person is here, and sessions that it can end.

-- HMAC of the identity number under the municipality's key; the number itself lies sealed in the body.
alter table member add column ident_hash bytea;
alter table member_version add column ident_hash bytea;
create index member_ident on member (ident_hash) where ident_hash is not null;

-- Which of a provider's people a member of staff is. Bound the first time she signs in; who later has the same address is another.
create table staff_identity (
  issuer       text not null,             -- key of the issuer in the configuration
  subject_hash bytea not null,
  staff        uuid not null references staff,
  bound_at     timestamptz not null,
  primary key (issuer, subject_hash),
  unique (issuer, staff)
);

alter table staff add column ident_hash bytea;   -- where her issuer knows her by identity number
create unique index staff_ident on staff (ident_hash) where ident_hash is not null;

alter table session
  add column issuer       text,           -- null: made by something else than a provider
  add column subject_hash bytea,
  add column sid_hash     bytea,
  add column person_hash  bytea,          -- of her identity number: which families are hers
  add column device       text,           -- kind of browser and machine, from a written list
  add column token        bytea;          -- the id_token, sealed: the provider asks for it when she signs out
create index session_subject on session (kind, subject) where ended_at is null;
create index session_sid on session (sid_hash) where ended_at is null;
create index session_sub on session (subject_hash) where ended_at is null;

-- A logout token is taken once.
create table logout_token (
  jti_hash   bytea primary key,
  expires_at timestamptz not null
);

grant select, insert on staff_identity to flette_app;
grant select, insert, delete on logout_token to flette_app;

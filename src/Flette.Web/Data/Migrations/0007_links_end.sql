-- A link dies with the participation of the one who got it.
alter table link drop constraint link_revoked_why_check;
alter table link add constraint link_revoked_why_check check (revoked_why in ('not-me', 'withdrawn', 'undone', 'ended'));

-- Documents attached to meetings. What is said of one, and the key of its pieces, stands sealed in its item; here lie the pieces,
-- 256 kB each before they are sealed, never changed.
create table attachment_chunk (
  attachment uuid not null references item,
  number     int not null,               -- 0 for the first
  body       bytea not null,
  primary key (attachment, number)
);
grant select, insert on attachment_chunk to flette_app;

-- Links to say something before a meeting.

alter table link drop constraint link_purpose_check;
alter table link add constraint link_purpose_check check (purpose in ('agreements', 'meeting', 'input'));

-- One person says one thing before one meeting; said again it is a new version.
create unique index item_input on item (parent, (holders[1])) where kind = 'input';

-- What has versions can be undone, also where it stands in a table of its own.

-- A legal position that was registered by mistake is taken away: nobody reads anything by it from then on, not even for the days it was
-- said to hold, and its versions tell that it was there.
alter table guardianship add column taken_away boolean not null default false;
alter table guardianship_version add column taken_away boolean not null default false;
alter table guardianship_version drop constraint guardianship_version_change_check;
alter table guardianship_version add constraint guardianship_version_change_check
  check (change in ('registered', 'ended', 'reopened', 'kept', 'taken-away', 'brought-back'));

-- What holds for a plan as a whole: after an undo, the version whose content this is.
alter table plan_version add column restored int;
alter table plan_version drop constraint plan_version_change_check;
alter table plan_version add constraint plan_version_change_check
  check (change in ('opened', 'withdrawn', 'reopened', 'changed', 'kept', 'undone'));

-- Whoever gives the health care may have decided that someone from 16 has no beslutningskompetanse (pbrl § 4-3). It is a position of
-- hers that nobody holds, and says who else decides and is told.
alter table guardianship drop constraint guardianship_kind_check;
alter table guardianship add constraint guardianship_kind_check check (kind in
  ('parental-responsibility', 'lives-with', 'care-taken-over', 'foster-parent', 'guardian', 'next-of-kin', 'attorney',
   'no-decision-capacity'));

-- A family may have a family plan and one individual plan for each recipient (FOR-2022-06-22-1110 § 9), each with its own yes.
drop index plan_family;
create unique index plan_one on plan (family, kind, recipient) nulls not distinct;

-- Which of them a thing stands in: in_plan says whether it is any.
alter table item
  add column plans uuid[] not null default '{}',
  -- The plans it was said for, as in a meeting for one of them; null is whichever take in those it is about.
  add column meant uuid[];
alter table item_version
  add column plans uuid[] not null default '{}',
  add column meant uuid[];

update item i set plans = array[p.id] from plan p where p.family = i.family and i.in_plan;
update item_version v set plans = array[p.id] from item i join plan p on p.family = i.family where i.id = v.item and v.in_plan;

-- How the child took part is said of one plan.
update item set meant = plans where kind = 'childs-part' and in_plan;

alter table item add constraint item_in_plan check (in_plan = (cardinality(plans) > 0));
alter table item_version add constraint item_version_in_plan check (in_plan = (cardinality(plans) > 0));

-- What a mail without a link is about: it leaves only while a plan that holds it is open.
alter table outbox add column item uuid;

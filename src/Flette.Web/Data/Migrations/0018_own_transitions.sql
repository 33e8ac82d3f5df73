-- What a municipality has of its own for a transition: who holds it, who receives, when it is begun, and steps besides the product's.
-- Each save is a row, and the highest version holds. It is about nobody; but what people type is sealed, whatever it is meant to be
-- about, with a key of its own in owner_key.

create table own_transition (
  transition text not null,        -- id of the transition in the product
  version    int not null,
  id         uuid not null,        -- of the row, for its seal
  by_id      uuid not null references staff,
  at         timestamptz not null,
  body       bytea not null,
  primary key (transition, version)
);

grant select, insert on own_transition to flette_app;

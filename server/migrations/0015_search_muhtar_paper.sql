-- Search by the number a case had elsewhere.
create index past_by_number on cases.past (number) where number is not null;

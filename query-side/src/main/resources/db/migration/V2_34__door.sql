-- How people come in, whether the room is locked, whose hand is up; null as long as nothing is unusual.

alter table meeting_page add column door jsonb;

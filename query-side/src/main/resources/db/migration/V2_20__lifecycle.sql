-- Meetings that belong to a series, and who called a meeting off.

alter table agenda add column occurrence jsonb;
alter table meeting_page add column occurrence jsonb, add column cancelled_by text;

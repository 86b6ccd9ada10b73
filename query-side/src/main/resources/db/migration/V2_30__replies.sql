-- What calendars answered.

alter table agenda add column lead_participant text not null default '', add column lead_response text;

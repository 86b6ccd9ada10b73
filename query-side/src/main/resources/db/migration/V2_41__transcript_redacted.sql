-- Lines whose words were taken out; such a line has no text.
alter table transcript_line add column redacted boolean not null default false;

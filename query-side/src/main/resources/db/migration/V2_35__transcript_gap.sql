-- Where words of somebody may be missing, and why; such a line has no text.
alter table transcript_line add column gap text;

-- What was sent to each attendee's calendar, what became of it, and what came back.

create table calendar_ledger (
    tenant_id  uuid    not null,
    meeting_id uuid    not null,
    version    bigint  not null,
    series_id  uuid,
    sequence   integer not null default 0,
    stands     boolean not null default true,
    called_off boolean not null default false,
    attendees  jsonb   not null,
    primary key (tenant_id, meeting_id)
);
create index calendar_ledger_by_series on calendar_ledger (tenant_id, series_id);

create table calendar_letter (
    tenant_id       uuid        not null,
    notification_id uuid        not null,
    version         bigint      not null,
    meeting_id      uuid        not null,
    kind            text        not null,
    recipient_email text        not null,
    of_series       boolean     not null,
    sequence        integer     not null,
    asked_at        bigint      not null, -- position in the log
    state           text        not null,
    document        text        not null default '',
    answer          text        not null default '',
    message_id      text        not null default '',
    at              timestamptz not null,
    primary key (tenant_id, notification_id)
);
create index calendar_letter_by_meeting on calendar_letter (tenant_id, meeting_id, asked_at);

call view_of_tenant('calendar_ledger', 'view.calendarledger');
call view_of_tenant('calendar_letter', 'view.calendarledger');

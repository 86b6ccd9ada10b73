-- Who meets whom, and when: one row per meeting.

create table agenda (
    tenant_id        uuid        not null,
    meeting_id       uuid        not null,
    version          bigint      not null,
    title            text        not null,
    meeting_type     text        not null,
    host_id          text        not null,
    host_name        text        not null,
    lead_id          uuid        not null,
    lead_name        text        not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null,
    local_start      timestamp   not null,
    zone             text        not null,
    duration_minutes integer     not null,
    status           text        not null,
    interviewer      text        not null,
    primary key (tenant_id, meeting_id)
);
create index agenda_by_time on agenda (tenant_id, starts_at);

call view_of_tenant('agenda', 'view.agenda');

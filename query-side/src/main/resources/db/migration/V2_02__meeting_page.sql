-- A meeting as its page and its room need it. Two streams write here, each with its own version: the meeting and its interview.

create table meeting_page (
    tenant_id            uuid        not null,
    meeting_id           uuid        not null,
    version              bigint      not null,
    interview_version    bigint      not null default -1,
    title                text        not null,
    meeting_type         text        not null,
    room_id              text        not null,
    host_id              text        not null,
    host_name            text        not null,
    lead_id              uuid        not null,
    lead_name            text        not null,
    starts_at            timestamptz not null,
    ends_at              timestamptz not null,
    local_start          timestamp   not null,
    zone                 text        not null,
    duration_minutes     integer     not null,
    status               text        not null,
    interviewer          text        not null,
    question_set_title   text        not null default '',
    question_set_version integer     not null default 0,
    reminders            jsonb       not null,
    sequence             integer     not null default 0,
    invitees             jsonb       not null,
    questions            jsonb       not null default '[]',
    disclosure           text,
    summary              jsonb,
    summary_approved_at  timestamptz,
    started_at           timestamptz,
    ended_at             timestamptz,
    end_reason           text        not null default '',
    primary key (tenant_id, meeting_id)
);

call view_of_tenant('meeting_page', 'view.meetingpage');

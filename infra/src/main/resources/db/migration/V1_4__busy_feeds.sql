-- Calendars elsewhere that hosts are busy in. Not facts of ours but what another server said last, and under which secret address:
-- nothing here is ever in the log, and all of it goes when the host disconnects.

create table busy_feed (
    tenant_id   uuid        not null,
    calendar_id uuid        not null,
    address     bytea       not null,            -- encrypted
    server      text        not null,
    etag        text        not null default '',
    connected   timestamptz not null,
    read_at     timestamptz,                      -- when it last said something that could be understood
    problem     text        not null default '',
    primary key (tenant_id, calendar_id)
);

create table busy_time (
    tenant_id   uuid   not null,
    calendar_id uuid   not null,
    starts      bigint not null,                  -- milliseconds of the epoch: Java converts, SQL never does
    ends        bigint not null
);
create index busy_time_by_start on busy_time (tenant_id, calendar_id, starts);

create table feed_task (like deadline including all);
grant select, insert, update, delete on feed_task to parley_command;

call view_of_tenant('busy_feed');
call view_of_tenant('busy_time');

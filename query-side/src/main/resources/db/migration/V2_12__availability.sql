-- When hosts can be met: what they decided about it, what they offer, and what is on their calendars.

create table host_settings (
    tenant_id    uuid    not null,
    calendar_id  uuid    not null,
    version      bigint  not null,
    host_id      text    not null,
    host_name    text    not null,
    edition      integer not null,
    availability jsonb,
    primary key (tenant_id, calendar_id)
);

create table meeting_type (
    tenant_id   uuid    not null,
    type_id     uuid    not null,
    version     bigint  not null,
    calendar_id uuid    not null,
    slug        text    not null,
    offered     boolean not null,
    definition  jsonb   not null,
    primary key (tenant_id, type_id)
);
create index meeting_type_by_calendar on meeting_type (tenant_id, calendar_id, slug);

-- Times are milliseconds of the epoch: Java converts, SQL never does.
create table host_slot (
    tenant_id     uuid   not null,
    slot_id       uuid   not null,
    version       bigint not null,
    calendar_id   uuid   not null,
    state         text   not null,
    starts        bigint not null,
    ends          bigint not null,
    occupied_from bigint not null,
    occupied_to   bigint not null,
    lapses        bigint not null,
    primary key (tenant_id, slot_id)
);
create index host_slot_by_start on host_slot (tenant_id, calendar_id, starts)
    include (ends, occupied_from, occupied_to, lapses) where state <> 'FREE';

call view_of_tenant('host_settings', 'view.availability');
call view_of_tenant('meeting_type', 'view.availability');
call view_of_tenant('host_slot', 'view.availability');

-- Whoever books without an account is found by the address.
create index lead_board_by_email on lead_board (tenant_id, lower(email));

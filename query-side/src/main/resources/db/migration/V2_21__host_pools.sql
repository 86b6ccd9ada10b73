-- Pools of hosts, and who was chosen for which meeting.

create table host_pool (
    tenant_id    uuid    not null,
    host_pool_id uuid    not null,
    version      bigint  not null,
    name         text    not null,
    members      jsonb   not null,
    retired      boolean not null default false,
    primary key (tenant_id, host_pool_id)
);

create table host_assignment (
    tenant_id    uuid        not null,
    host_pool_id uuid        not null,
    meeting_id   uuid        not null,
    number       bigint      not null,
    host_id      text        not null,
    host_name    text        not null,
    reason       text        not null,
    assigned_at  timestamptz not null,
    primary key (tenant_id, host_pool_id, meeting_id)
);
create index host_assignment_by_number on host_assignment (tenant_id, host_pool_id, number desc);

call view_of_tenant('host_pool', 'view.hostpools');
call view_of_tenant('host_assignment', 'view.hostpools');

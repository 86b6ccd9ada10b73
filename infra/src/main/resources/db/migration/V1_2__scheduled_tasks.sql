-- Deadlines, and the errands of sagas. The columns are db-scheduler's. Two tables, because two schedulers: a deadline must never
-- wait behind a slow model call.

create table deadline (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index deadline_by_time on deadline (execution_time);
create index deadline_by_heartbeat on deadline (last_heartbeat);

create table errand (like deadline including all);

grant select, insert, update, delete on deadline, errand to parley_command;

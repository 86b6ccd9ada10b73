-- The event log, and the rules by which the application roles may touch it.
--
-- Roles (made by PostgresRoles before the first migration, so that no password stands in a file):
--   parley_owner       owns everything; only migrations act as it
--   parley_command     appends to the log, keeps tokens, sagas, dead letters and scheduled tasks
--   parley_projection  writes views
--   parley_write       the one login that writes; member of the two above
--   parley_query       the login that reads views, one tenant at a time
-- None of them is superuser or bypasses row level security.
--
-- A migration that adds a view ends with
--     call view_of_tenant('agenda', 'view.agenda');
-- The second word names the processor that writes it, so that the view can be rebuilt (V1_3). The table must have a column "tenant_id uuid not null". The procedure enables and forces row level security, lets
-- parley_projection write all rows, and lets parley_query read the rows of the tenant that its transaction has named with
--     select set_config('app.tenant', '<uuid>', true)
-- (true: for this transaction only; a connection that goes back to the pool must not carry a tenant). Without it, it sees nothing.

create table event_log (
    position       bigint      primary key,
    stream         text        not null,
    sequence       bigint      not null check (sequence >= 0),
    stream_type    text,
    event_id       text        not null,
    event_type     text        not null,
    revision       text,
    recorded_at    timestamptz not null,
    tenant_id      uuid        not null,
    command_id     uuid        not null,
    command_index  integer     not null,
    correlation_id text,
    payload        bytea       not null,
    metadata       bytea       not null,
    hash           bytea       not null check (octet_length(hash) = 32),
    unique (stream, sequence),
    unique (tenant_id, command_id, command_index)
);
comment on table event_log is 'Facts, without gaps, in the order of their commits. Append only; readable with convert_from(payload, ''UTF8'').';
comment on column event_log.hash is 'SHA-256 over the hash before, the position and the content; see HashChain.';

-- Whoever appends holds this row until its commit: so positions have no gaps and become visible in their own order, and a reader
-- that has seen n has seen everything below n.
create table event_log_head (
    id       boolean primary key default true check (id),
    position bigint  not null,
    hash     bytea   not null check (octet_length(hash) = 32)
) with (fillfactor = 10);
insert into event_log_head (position, hash) values (0, decode(repeat('00', 32), 'hex'));
comment on table event_log_head is 'How far the log is, and the hash that proves everything up to there.';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the event log is append only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on event_log
    for each statement execute function refuse_change();

create table snapshot (
    stream      text   not null,
    sequence    bigint not null,
    stream_type text,
    event_id    text   not null,
    event_type  text   not null,
    revision    text,
    recorded_at timestamptz not null,
    payload     bytea  not null,
    metadata    bytea,
    primary key (stream, sequence)
);

grant usage on schema parley to parley_command, parley_projection, parley_query;
grant select, insert on event_log to parley_command;
grant select, update on event_log_head to parley_command;
grant select on event_log_head to parley_projection;
grant select on event_log to parley_projection, parley_query;
grant select, insert, delete on snapshot to parley_command;

alter table event_log enable row level security;
alter table event_log force row level security;
create policy append on event_log for insert to parley_command with check (true);
create policy replay on event_log for select to parley_command, parley_projection using (true);
create policy read_own_tenant on event_log for select to parley_query
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- Which processor writes which table.
create table view_table (
    name      text primary key,
    processor text not null
);
grant select on view_table to parley_command;

create procedure view_of_tenant(view regclass, processor text default null) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', view);
    execute format('alter table %s force row level security', view);
    execute format('grant select, insert, update, delete on %s to parley_projection', view);
    execute format('grant select on %s to parley_query', view);
    execute format('create policy project on %s to parley_projection using (true) with check (true)', view);
    execute format('create policy read_own_tenant on %s for select to parley_query '
        'using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', view);
    if processor is not null then
        insert into parley.view_table select relname, processor from pg_class where oid = view;
    end if;
end $$;
revoke all on procedure view_of_tenant(regclass, text) from public;

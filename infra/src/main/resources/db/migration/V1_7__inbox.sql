-- The mail that came back, each letter once, and what became of it. A letter without a tenant is about nothing of ours, so that
-- nobody sees it but who operates this.

create table inbox (
    source       text        not null,
    external_id  text        not null,
    id           uuid        not null unique,
    validity     bigint      not null,
    uid          bigint      not null,
    received_at  timestamptz not null,
    payload_hash bytea       not null,
    attempts     integer     not null,
    tenant_id    uuid,
    meeting_id   uuid,
    sender       text        not null default '',
    subject      text        not null default '',
    verdict      text,
    reason       text        not null default '',
    primary key (source, external_id)
);
create index inbox_by_number on inbox (source, validity, uid);
create index inbox_by_tenant on inbox (tenant_id, received_at);

alter table inbox enable row level security;
alter table inbox force row level security;
grant select, insert, update, delete on inbox to parley_command;
grant select on inbox to parley_query;
create policy take on inbox to parley_command using (true) with check (true);
create policy read_own_tenant on inbox for select to parley_query
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

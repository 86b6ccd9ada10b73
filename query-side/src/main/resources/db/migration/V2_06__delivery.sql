-- What we meant to send to people, and what became of it.

create table delivery (
    tenant_id       uuid        not null,
    notification_id uuid        not null,
    version         bigint      not null,
    meeting_id      uuid        not null,
    kind            text        not null,
    recipient_name  text        not null,
    recipient_email text        not null,
    occasion        text        not null,
    sequence        integer     not null,
    state           text        not null,
    attempts        integer     not null default 0,
    message_id      text        not null default '',
    detail          text        not null default '',
    language        text,
    template_version integer,
    at              timestamptz not null,
    primary key (tenant_id, notification_id)
);
create index delivery_by_time on delivery (tenant_id, at);
create index delivery_by_meeting on delivery (tenant_id, meeting_id, at);

call view_of_tenant('delivery', 'view.deliveries');

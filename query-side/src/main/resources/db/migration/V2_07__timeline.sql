-- Where in the log a meeting is spoken of outside its own streams: calendar, notifications, lead. The facts stay in the log.

create table timeline (
    tenant_id  uuid   not null,
    meeting_id uuid   not null,
    position   bigint not null,
    primary key (tenant_id, meeting_id, position)
);

call view_of_tenant('timeline', 'view.timeline');

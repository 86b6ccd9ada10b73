-- Under which secret address, if any, a user's calendar program finds their meetings.

create table calendar_feed (
    tenant_id   uuid   not null,
    feed_id     uuid   not null,
    version     bigint not null,
    user_id     text   not null,
    secret_hash text,
    opened_at   timestamptz,
    primary key (tenant_id, feed_id)
);
create unique index calendar_feed_by_secret on calendar_feed (tenant_id, secret_hash);

call view_of_tenant('calendar_feed', 'view.calendarfeed');

-- Leads: the card and its score, what was learned, and the meetings they came to.

create table lead_board (
    tenant_id       uuid   not null,
    lead_id         uuid   not null,
    version         bigint not null,
    name            text   not null,
    email           text   not null,
    company         text   not null,
    phone           text   not null,
    title           text   not null,
    status          text   not null,
    proposed_from   text,
    proposed        text,
    proposed_reason text,
    fit             integer,
    engagement      integer,
    band            text,
    score           jsonb,
    scored_meeting  uuid,
    scored_at       timestamptz,
    primary key (tenant_id, lead_id)
);

create table lead_insight (
    tenant_id  uuid        not null,
    lead_id    uuid        not null,
    sequence   bigint      not null,
    meeting_id uuid        not null,
    kind       text        not null,
    text       text        not null,
    evidence   jsonb       not null,
    at         timestamptz not null,
    primary key (tenant_id, lead_id, sequence)
);

create table lead_meeting (
    tenant_id  uuid        not null,
    meeting_id uuid        not null,
    lead_id    uuid        not null,
    version    bigint      not null,
    title      text        not null,
    starts_at  timestamptz not null,
    status     text        not null,
    primary key (tenant_id, meeting_id)
);
create index lead_meeting_by_lead on lead_meeting (tenant_id, lead_id, starts_at);

call view_of_tenant('lead_board', 'view.leadboard');
call view_of_tenant('lead_insight', 'view.leadboard');
call view_of_tenant('lead_meeting', 'view.leadboard');

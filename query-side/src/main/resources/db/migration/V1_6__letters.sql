-- How organisations word their letters: every version that was ever in force.
create table template_version (
    tenant_id           uuid        not null,
    template_version_id uuid        not null,
    version             bigint      not null,
    kind                text        not null,
    language            text        not null,
    number              integer     not null,
    custom              boolean     not null,
    subject             text        not null default '',
    text                text        not null default '',
    html                text        not null default '',
    at                  timestamptz not null,
    by_name             text        not null default '',
    primary key (tenant_id, template_version_id)
);
create index template_version_by_number on template_version (tenant_id, kind, language, number);

call view_of_tenant('template_version', 'view.templates');

-- What people want to get; and, under a name of its own, what an organisation wants of all its letters.
create table preferences (
    tenant_id              uuid    not null,
    preferences_id         uuid    not null,
    version                bigint  not null,
    language               text,
    declined               jsonb   not null default '[]',
    summary_needs_approval boolean not null default false,
    primary key (tenant_id, preferences_id)
);

call view_of_tenant('preferences', 'view.preferences');

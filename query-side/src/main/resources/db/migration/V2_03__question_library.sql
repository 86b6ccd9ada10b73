-- Question sets: a line for the library, and the whole page as a document.

create table question_library (
    tenant_id         uuid    not null,
    question_set_id   uuid    not null,
    version           bigint  not null,
    title             text    not null,
    category          text    not null,
    questions         integer not null,
    published_version integer,
    draft_differs     boolean not null,
    retired           boolean not null,
    page              jsonb   not null,
    primary key (tenant_id, question_set_id)
);

call view_of_tenant('question_library', 'view.questionlibrary');

-- Where processors stand, what sagas remember, and the events that could not be handled.

create table processor_token (
    processor  text    not null,
    segment    integer not null,
    token      bytea,
    token_type text,
    claimed_at text,
    owner      text,
    primary key (processor, segment)
);

create table saga (
    saga_id    text primary key,
    saga_type  text,
    revision   text,
    state      bytea
);
create table saga_association (
    id                bigint generated always as identity primary key,
    saga_id           text,
    saga_type         text,
    association_key   text,
    association_value text
);
create index saga_association_by_value on saga_association (saga_type, association_key, association_value);
create index saga_association_by_saga on saga_association (saga_id, saga_type);

create table dead_letter (
    letter_id          text   primary key,
    processing_group   text   not null,
    sequence_id        text   not null,
    sequence_index     bigint not null,
    message_type       text   not null,
    event_id           text   not null,
    recorded_at        text   not null,
    event_type         text   not null,
    revision           text,
    payload            bytea  not null,
    metadata           bytea,
    stream_type        text,
    stream             text,
    sequence           bigint,
    token_type         text,
    token              bytea,
    enqueued_at        text   not null,
    last_touched       text,
    processing_started text,
    cause_type         text,
    cause_message      text,
    diagnostics        bytea,
    unique (processing_group, sequence_id, sequence_index)
);

grant select, insert, update, delete on processor_token, saga, saga_association, dead_letter to parley_command;

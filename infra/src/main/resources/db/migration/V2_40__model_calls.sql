-- What calls of the language model were made, with what, and what they cost: for auditors, and for the budget of the day.

create table model_call (
    made_at timestamptz not null,
    model text not null,
    prompt text not null,
    parameters jsonb not null,
    tokens_in int not null,
    tokens_out int not null,
    cost numeric(18, 9) not null,
    outcome text not null,
    took_ms bigint not null
);
create index model_call_by_time on model_call (made_at);
grant select, insert on model_call to parley_command;

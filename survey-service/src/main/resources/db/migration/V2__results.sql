-- What the topic of answers says, read back. Everything here can be rebuilt from the topic while it keeps the records.
create table response (
    company_id      text        not null,
    survey_id       text        not null,
    response_id     text        not null,
    survey_version  integer     not null,
    -- At most one of the two; neither: anonymous.
    braze_id        text,
    external_id     text,
    started_at      timestamptz not null,
    completed_at    timestamptz,
    primary key (company_id, survey_id, response_id)
);

create index response_newest on response (company_id, survey_id, started_at desc, response_id desc);

-- The newest answer of a response to a question. All values null: it was taken back.
create table answer (
    company_id       text        not null,
    survey_id        text        not null,
    response_id      text        not null,
    question_id      text        not null,
    question_type    text,
    prompt           text        not null,
    number           numeric,
    words            text,
    flag             boolean,
    choices          text[],
    moment           timestamptz,
    label            text,
    submitted_at     timestamptz not null,
    event_id         text        not null,
    kafka_partition  integer     not null,
    kafka_offset     bigint      not null,
    primary key (company_id, survey_id, response_id, question_id)
);

create index answer_of_question on answer (company_id, survey_id, question_id);

-- Links that should have said who answers and did not.
create table link_warning (
    survey_id  text        not null,
    fault      text        not null,
    times      bigint      not null,
    last_at    timestamptz not null,
    primary key (survey_id, fault)
);

-- Who was erased, so that Kafka's copies do not bring them back. A keyed hash: nobody can read from it who it was.
create table erasure (
    number      bigint      generated always as identity primary key,
    company     text        not null,
    person      bytea       not null,
    erased_at   timestamptz not null,
    keep_until  timestamptz not null,
    unique (company, person)
);

-- What each erasure did; says nothing of the person.
create table erasure_receipt (
    number   bigint      generated always as identity primary key,
    company  text        not null,
    asked_by text        not null,
    asked_at timestamptz not null,
    receipt  jsonb       not null
);

-- To find all of a person's responses: for erasing them, and for what is newer than an answer that is sent again.
create index response_of_braze_id on response (company_id, braze_id) where braze_id is not null;
create index response_of_external_id on response (company_id, external_id) where external_id is not null;

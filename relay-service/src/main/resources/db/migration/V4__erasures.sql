-- Who was erased, so that Kafka's copies do not bring them back. A keyed hash: nobody can read from it who it was. What each
-- erasure did stands in the audit.
create table erasure (
    number      bigint      generated always as identity primary key,
    company     text        not null,
    person      bytea       not null,
    erased_at   timestamptz not null,
    keep_until  timestamptz not null,
    unique (company, person)
);

-- Chosen dead letters on their way to Braze once more. Its times are UTC.
create table replay_job (
    id              bigint generated always as identity primary key,
    phase           text             not null,
    paused          boolean          not null default false,
    -- Whose members may see it; '' for letters of several companies, which are the operators'.
    company         text             not null,
    -- Which letters are still to be collected, and how far that has come; null once all are.
    filter          jsonb,
    collected_to    bigint[]         not null default '{-1,-1}',
    rate_per_second double precision not null,
    -- Of the first ten that part may fail, from 0 to 1.
    canary          double precision not null,
    -- New names of attributes, by the old ones.
    rename          jsonb            not null,
    started_at      timestamptz      not null,
    started_by      text             not null,
    started_as      text             not null,
    ended_at        timestamptz
);

create index replay_job_at_work on replay_job (id) where ended_at is null;
create index replay_job_of_company on replay_job (company, id);

-- One letter in one job. No result: not over yet.
create table replay_item (
    job              bigint      not null references replay_job,
    letter_partition integer     not null,
    letter_offset    bigint      not null,
    -- Where the original lay: whose relay owns that partition works on it, in the order of (submitted_at, original_offset).
    partition        integer     not null,
    original_offset  bigint      not null,
    submitted_at     timestamptz not null,
    company          text        not null,
    canary           boolean     not null default false,
    -- The owner that may have sent it; cleared by who leaves properly.
    claimed_by       uuid,
    result           text,
    reason           text,
    status           integer,
    response         text,
    -- What of it failed again and is all that a further replay sends.
    remaining        jsonb,
    ended_at         timestamptz,
    primary key (job, letter_partition, letter_offset)
);

-- However often somebody clicks, and whoever else does: a letter is in one job at a time.
create unique index replay_item_once on replay_item (letter_partition, letter_offset) where result is null;
create index replay_item_of_letter on replay_item (letter_partition, letter_offset);
create index replay_item_next on replay_item (job, company, partition, submitted_at, original_offset) where result is null;
create index replay_item_claimed on replay_item (partition) where result is null and claimed_by is not null;
create index replay_item_canary on replay_item (job) where canary;
create index replay_item_pace on replay_item (job, ended_at) where result is not null;

-- How many of a job's letters stand where, changed in the same transaction as they. A partition's rows are written by its owner.
create table replay_tally (
    job       bigint  not null references replay_job,
    partition integer not null,
    company   text    not null,
    -- WAITING, or a result.
    stands    text    not null,
    letters   bigint  not null,
    primary key (job, partition, company, stands)
);

-- How far each partition is finished: a row for each second in which it moved. All before "finished" is done, or in a gap.
create table delivery_mark (
    partition integer     not null,
    finished  bigint      not null,
    at        timestamptz not null,
    primary key (partition, finished)
);

-- The same of a company that is skipped and caught up: all of its answers before "finished" are done.
create table delivery_gap_mark (
    partition integer     not null,
    company   text        not null,
    opened_at timestamptz not null,
    finished  bigint      not null,
    at        timestamptz not null,
    primary key (partition, company, opened_at, finished)
);

-- What became of an answer, in one of the forms in which Braze gets it, where that is not simply "accepted".
create table delivery_note (
    partition   integer     not null,
    position    bigint      not null,
    question_id text        not null,
    form        text        not null check (form in ('attribute', 'event')),
    company     text        not null,
    ending      text        not null check (ending in ('COVERED', 'SUPERSEDED', 'FAILED', 'DISCARDED', 'ERASED')),
    -- COVERED: where the newer answer lies.
    by_position bigint,
    reason      text,
    status      integer,
    words       text,
    -- Whose answer, as a keyed hash; only where there are words, which might say something of the person.
    person      bytea,
    at          timestamptz not null,
    primary key (partition, position, question_id, form)
);

-- For pruning: rows lie in the order of time, or nearly so, and such an index costs next to nothing.
create index delivery_note_by_time on delivery_note using brin (at);
create index delivery_gap_mark_by_time on delivery_gap_mark using brin (at);
create index delivery_note_of_person on delivery_note (company, person) where person is not null;

-- What became of a failed answer since stands with its dead letter.
create index dead_letter_of_original on dead_letter (original_partition, original_offset);

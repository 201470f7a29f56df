-- People of whom a dead letter is, or was a while ago, open. person is md5 of the record's key: no copy of anybody's id.
create table guarded (
    person     uuid        primary key,
    partition  integer     not null,
    company    text        not null,
    since      timestamptz not null default now(),
    -- Null while a letter of theirs is open; afterwards until the topic has forgotten what somebody might put back by hand.
    kept_until timestamptz
);

create index guarded_by_partition on guarded (partition);
create index guarded_until on guarded (kept_until);

-- The newest answer to each attribute that was sent to them since: its time, then its offset.
create table guarded_attribute (
    person        uuid        not null references guarded on delete cascade,
    attribute     text        not null,
    submitted_at  timestamptz not null,
    -- What a timestamptz cannot hold of it: below a microsecond.
    nanos         integer     not null,
    record_offset bigint      not null,
    primary key (person, attribute)
);

-- Whose letters are open: asked when a guard is to be forgotten, and for how many of a replay something newer was sent.
create index dead_letter_of_person on dead_letter ((md5(key)::uuid))
    where state in ('OPEN', 'REPLAYING', 'QUARANTINED');

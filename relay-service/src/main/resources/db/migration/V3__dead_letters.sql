-- A view of the dead-letter topic, emptied and read again whenever somebody wants. Its times are UTC; '' is "none".
create table dead_letter (
    letter_partition   integer     not null,
    letter_offset      bigint      not null,
    appended_at        timestamptz not null,
    original_topic     text,
    original_partition integer,
    original_offset    bigint,
    company            text        not null,
    reason             text        not null,
    status             integer     not null,
    problem            text        not null,
    response           text        not null,
    fingerprint        text        not null,
    survey_id          text,
    response_id        text,
    event_id           text,
    -- The company that the content names: of a record under a wrong key it is only a claim, but enough to erase a person by.
    event_company      text,
    respondent_kind    text check (respondent_kind in ('braze', 'external')),
    respondent_id      text,
    submitted_at       timestamptz,
    first_failed_at    timestamptz not null,
    last_failed_at     timestamptz not null,
    attempts           integer     not null,
    undelivered        jsonb       not null,
    headers            jsonb       not null,
    key                bytea,
    value              bytea,
    -- The original was too large to be written once more: it is where original_offset says, until Kafka deletes it.
    reference          boolean     not null,
    -- Copies of letter_state, written in the same transaction.
    state              text        not null,
    replays            integer     not null,
    primary key (letter_partition, letter_offset)
);

-- Every list is ordered by (appended_at, letter_partition, letter_offset), newest first.
create index dead_letter_by_time on dead_letter (appended_at, letter_partition, letter_offset);
create index dead_letter_of_company
    on dead_letter (company, fingerprint, state, appended_at, letter_partition, letter_offset);
create index dead_letter_of_cause on dead_letter (fingerprint, state, appended_at, letter_partition, letter_offset);
create index dead_letter_of_survey on dead_letter (survey_id, appended_at, letter_partition, letter_offset);
create index dead_letter_of_respondent on dead_letter (respondent_id, appended_at, letter_partition, letter_offset);

-- What became of a letter. No row: OPEN, never replayed. A rebuild of the view keeps these.
create table letter_state (
    letter_partition integer     not null,
    letter_offset    bigint      not null,
    state            text        not null,
    replays          integer     not null,
    -- Why the last replay failed; null if none did.
    last_reason      text,
    last_status      integer,
    last_response    text,
    last_failed_at   timestamptz,
    changed_at       timestamptz not null,
    changed_by       text        not null,
    note             text        not null,
    -- All changes, oldest first.
    history          jsonb       not null,
    primary key (letter_partition, letter_offset)
);

-- What Braze, or we, said, without what differs from letter to letter.
create table error_text (
    fingerprint text    primary key,
    reason      text    not null,
    status      integer not null,
    text        text    not null
);

-- How many letters there are, in all and by day and hour, of each company and of all companies together ('*'); kept by triggers:
-- right whatever writes. Zeros stay until the hourly clean-up.
create table letter_count (
    grain       text        not null check (grain in ('all', 'day', 'hour')),
    starts_at   timestamptz not null,
    company     text        not null,
    fingerprint text        not null,
    state       text        not null,
    letters     bigint      not null,
    primary key (grain, company, fingerprint, state, starts_at)
);

create index letter_count_by_time on letter_count (grain, starts_at);

create function count_letters() returns trigger language plpgsql as $$
declare
    changes text := case tg_op
        when 'INSERT' then 'select company, fingerprint, state, appended_at, 1 as n from added'
        when 'DELETE' then 'select company, fingerprint, state, appended_at, -1 as n from removed'
        else 'select company, fingerprint, state, appended_at, 1 as n from added union all '
          || 'select company, fingerprint, state, appended_at, -1 as n from removed'
    end;
begin
    -- In one order, so that two writers do not wait for one another.
    execute '
        insert into letter_count as counted (grain, starts_at, company, fingerprint, state, letters)
        select grain, starts_at, coalesce(company, ''*''), fingerprint, state, sum(n)
          from (select grain,
                       case grain when ''all'' then ''-infinity'' else date_trunc(grain, appended_at, ''UTC'') end
                           as starts_at,
                       company, fingerprint, state, n
                  from (' || changes || ') change cross join (values (''all''), (''day''), (''hour'')) grains (grain)) each
         group by grouping sets ((grain, starts_at, fingerprint, state, company), (grain, starts_at, fingerprint, state))
        having sum(n) <> 0
         order by 1, 2, 3, 4, 5
        on conflict (grain, company, fingerprint, state, starts_at)
        do update set letters = counted.letters + excluded.letters';
    return null;
end
$$;

create trigger letters_added after insert on dead_letter
    referencing new table as added for each statement execute function count_letters();
create trigger letters_changed after update on dead_letter
    referencing new table as added old table as removed for each statement execute function count_letters();
create trigger letters_removed after delete on dead_letter
    referencing old table as removed for each statement execute function count_letters();

create function forget_counts() returns trigger language plpgsql as $$
begin
    truncate letter_count;
    return null;
end
$$;

create trigger letters_emptied after truncate on dead_letter
    for each statement execute function forget_counts();

-- Where reading goes on, moved in the same transaction as the rows: who finds another number than the own has been overtaken,
-- by another relay or by a rebuild, which sets them all to zero.
create table letter_position (
    letter_partition integer primary key,
    next_offset      bigint not null
);

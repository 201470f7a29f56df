-- Which relay may write for a partition: the one that took it over last.
create table partition_owner (
    partition integer primary key,
    owner     uuid not null
);

-- Of a company's records in a partition these are not done: the open ones, and all from position to until.
create table gap (
    partition     integer     not null references partition_owner,
    company       text        not null,
    position      bigint      not null,
    open_offsets  bigint[]    not null,
    until_offset  bigint,
    waiting       bigint      not null,
    counted_to    bigint      not null,
    cause         text        not null,
    opened_at     timestamptz not null,
    oldest_at     timestamptz not null,
    primary key (partition, company)
);

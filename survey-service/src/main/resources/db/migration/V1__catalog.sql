-- A survey as it is being written, and the settings that act on the live survey at once.
create table survey (
    id                    text primary key,
    company_id            text        not null,
    title                 text        not null,
    questions             jsonb       not null,
    design                jsonb       not null,
    state                 text        not null check (state in ('DRAFT', 'OPEN', 'CLOSED')),
    -- Counts the edits of title, questions and design; an editor names the one that was read.
    revision              bigint      not null,
    -- 0: never published.
    live_version          integer     not null,
    published_revision    bigint      not null,
    braze                 jsonb       not null,
    braze_revision        bigint      not null,
    link_secret           text        not null,
    -- Empty until the secret was renewed once; links in inboxes were signed with it.
    previous_link_secret  text        not null,
    changed_at            timestamptz not null,
    changed_by            text        not null,
    -- The transaction that changed the row last. Unlike a time or a sequence it cannot hide a change that commits late.
    changed_in            xid8        not null default pg_current_xact_id()
);

create index survey_of_company on survey (company_id, changed_at desc, id);
create index survey_changed on survey (changed_in);

create function note_survey_change() returns trigger language plpgsql as $$
begin
    new.changed_in := pg_current_xact_id();
    return new;
end $$;

create trigger survey_change before insert or update on survey
    for each row execute function note_survey_change();

-- What was published, for ever.
create table survey_version (
    survey_id     text        not null references survey,
    version       integer     not null check (version > 0),
    title         text        not null,
    questions     jsonb       not null,
    design        jsonb       not null,
    published_at  timestamptz not null,
    published_by  text        not null,
    primary key (survey_id, version)
);

-- The kind of every question that was ever published, also of removed ones.
create table question_kind (
    survey_id    text not null references survey,
    question_id  text not null,
    kind         text not null,
    primary key (survey_id, question_id)
);

-- Which type each attribute of a company holds; Braze keeps the type of the first value.
create table attribute_type (
    company_id  text not null,
    name        text not null,
    type        text not null,
    survey_id   text not null references survey,
    locked_at   timestamptz not null default now(),
    primary key (company_id, name)
);

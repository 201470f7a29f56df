-- Who did what with dead letters. Only ever added to.
create table audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default now(),
    who     text        not null,
    role    text        not null,
    action  text        not null,
    company text        not null,
    details jsonb       not null
);

create index audit_by_time on audit (at, id);
create index audit_of_company on audit (company, at, id);

create function audit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is only ever added to';
end
$$;

create trigger audit_stays before update or delete or truncate on audit
    for each statement execute function audit_stays();

-- Who had which answers sent to Braze again. Only ever added to; says nothing of a person.
create table resend_audit (
    id       bigint      generated always as identity primary key,
    at       timestamptz not null default now(),
    who      text        not null,
    role     text        not null,
    company  text        not null,
    survey   text        not null,
    -- SHA-256 of the response's id: whoever knows the response finds its acts, and nobody else learns which it was.
    response text        not null,
    -- Null: the whole response.
    question text,
    answers  integer     not null
);

create index resend_audit_of_survey on resend_audit (company, survey, id);

create function resend_audit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is only ever added to';
end
$$;

create trigger resend_audit_stays before update or delete or truncate on resend_audit
    for each statement execute function resend_audit_stays();

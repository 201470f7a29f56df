-- Also a record as a whole, that no lane could take: question_id is '' then, and company, where it names none.
alter table delivery_note
    drop constraint delivery_note_form_check,
    add constraint delivery_note_form_check check (form in ('attribute', 'event', 'record'));

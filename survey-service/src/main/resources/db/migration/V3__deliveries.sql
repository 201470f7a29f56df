-- What an answer's way to Braze depends on. Answers that were read before have none of it.
alter table answer
    -- The name on the profile.
    add column attribute  text,
    -- Also of an answer that was taken back.
    add column value_type text,
    -- In which forms it goes to Braze; none: recorded, not relayed.
    add column deliver    text[];

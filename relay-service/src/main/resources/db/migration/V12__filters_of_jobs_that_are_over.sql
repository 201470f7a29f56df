-- A filter may name a person; of a job that was cancelled while it collected it was left.
update replay_job set filter = null where ended_at is not null and filter is not null;

create index replay_job_ended on replay_job (ended_at) where ended_at is not null;

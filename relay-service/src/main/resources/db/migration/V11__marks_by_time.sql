-- For thinning them out: what was deleted in between leaves room for newer rows, so that rows do not lie in the order of time.
create index delivery_mark_by_time on delivery_mark (at);

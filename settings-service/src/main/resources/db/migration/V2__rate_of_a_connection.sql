-- The defaults are Braze's own limit. They stay: an older settings-service still writes rows while a newer one starts.
ALTER TABLE braze_connection
    ADD COLUMN requests_per_window integer NOT NULL DEFAULT 3000 CHECK (requests_per_window BETWEEN 1 AND 10000000),
    ADD COLUMN window_seconds      integer NOT NULL DEFAULT 3    CHECK (window_seconds BETWEEN 1 AND 3600);

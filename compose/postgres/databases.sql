-- A database for each service and a role that owns it; none sees another's. Runs once, while the volume is empty, before the
-- server listens to anybody.
\set settings_password `cat /run/secrets/settings-database-password`
\set survey_password `cat /run/secrets/survey-database-password`
\set relay_password `cat /run/secrets/relay-database-password`

CREATE ROLE settings LOGIN PASSWORD :'settings_password';
CREATE ROLE survey LOGIN PASSWORD :'survey_password';
CREATE ROLE relay LOGIN PASSWORD :'relay_password';

CREATE DATABASE settings OWNER settings;
CREATE DATABASE survey OWNER survey;

-- By default everybody may connect to everything.
REVOKE CONNECT ON DATABASE postgres, template1, settings, survey FROM PUBLIC;

-- The administrator comes in through the socket inside the container alone: no password, no way over the network.
ALTER ROLE postgres PASSWORD NULL;

-- Last, since the health check looks for it: a half-made volume never counts as healthy.
CREATE DATABASE relay OWNER relay;
REVOKE CONNECT ON DATABASE relay FROM PUBLIC;

-- A database for each service and a role that owns it; none sees another's.
\set settings_password `cat /passwords/settings`
\set survey_password `cat /passwords/survey`
\set relay_password `cat /passwords/relay`

CREATE ROLE settings LOGIN PASSWORD :'settings_password';
CREATE ROLE survey LOGIN PASSWORD :'survey_password';
CREATE ROLE relay LOGIN PASSWORD :'relay_password';

CREATE DATABASE settings OWNER settings;
CREATE DATABASE survey OWNER survey;
CREATE DATABASE relay OWNER relay;

-- By default everybody may connect to everything.
REVOKE CONNECT ON DATABASE postgres, template1, settings, survey, relay FROM PUBLIC;

-- The administrator comes in through the socket inside the pod alone.
ALTER ROLE postgres PASSWORD NULL;

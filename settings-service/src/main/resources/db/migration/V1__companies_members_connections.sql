CREATE TABLE company (
    id         varchar(40) PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,40}$'),
    name       text        NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE member (
    id            uuid         PRIMARY KEY,
    company_id    varchar(40)  REFERENCES company,
    email         varchar(254) NOT NULL UNIQUE CHECK (email = lower(email)),
    password_hash text         NOT NULL,
    role          varchar(8)   NOT NULL CHECK (role IN ('VIEWER', 'ADMIN', 'OPERATOR')),
    created_at    timestamptz  NOT NULL,
    -- An operator belongs to no company, everybody else to one.
    CHECK ((role = 'OPERATOR') = (company_id IS NULL))
);
CREATE INDEX member_of_company ON member (company_id);

-- Every version that a company's connection ever had: who changed it and when. The newest is in force.
CREATE TABLE braze_connection (
    company_id    varchar(40) NOT NULL REFERENCES company,
    version       bigint      NOT NULL CHECK (version > 0),
    state         varchar(13) NOT NULL CHECK (state IN ('CONNECTED', 'NOT_CONNECTED')),
    endpoint      text        NOT NULL,
    -- Only the newest version of a connected company holds a key; a superseded one is of no use to us and of use to a thief.
    encrypted_key bytea,
    key_ending    varchar(4)  NOT NULL,
    deliver_from  timestamptz,
    changed_at    timestamptz NOT NULL,
    changed_by    varchar(254) NOT NULL,
    PRIMARY KEY (company_id, version)
);

-- Written with the change, deleted once Kafka has acknowledged.
CREATE TABLE announcement (
    id         uuid        PRIMARY KEY,
    company_id varchar(40) NOT NULL,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX announcement_in_order ON announcement (created_at);

-- revision: b2
-- down:     a1
-- created:  2026-01-02T00:00:00Z
-- message:  Add email

-- upgrade
ALTER TABLE author ADD COLUMN email varchar(255);
CREATE FUNCTION shout(text) RETURNS text LANGUAGE sql AS $$ SELECT upper($1); $$;

-- downgrade
DROP FUNCTION shout(text);
ALTER TABLE author DROP COLUMN email;

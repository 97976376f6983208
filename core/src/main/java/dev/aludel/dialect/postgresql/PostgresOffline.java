package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.OfflineSql;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Scripts for psql. Two procedures in {@code pg_temp}, which go with the session, keep each step readable; an error that
 * they raise takes its transaction with it, even where psql goes on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
final class PostgresOffline implements OfflineSql {
    private static final String OPENING = """
            SET client_encoding = 'UTF8';
            SET standard_conforming_strings = on;

            -- Waits for other runs of Aludel, for %1$s s at most.
            CREATE OR REPLACE PROCEDURE pg_temp.aludel_lock(beyond_transaction boolean) LANGUAGE plpgsql AS %5$s
            DECLARE
                latest CONSTANT timestamptz := clock_timestamp() + interval '%1$s s';
            BEGIN
                LOOP
                    IF beyond_transaction THEN
                        EXIT WHEN pg_try_advisory_lock(%2$s);
                    ELSE
                        EXIT WHEN pg_try_advisory_xact_lock(%2$s);
                    END IF;
                    IF clock_timestamp() > latest THEN
                        RAISE EXCEPTION USING ERRCODE = 'lock_not_available',
                            MESSAGE = 'Aludel did nothing here: another run has held the lock of this database for more than %1$s s.',
                            HINT = 'Wait for it, then run the script again.';
                    END IF;
                    PERFORM pg_sleep(0.1);
                END LOOP;
            END
            %5$s;

            -- Fails, and its transaction with it, where the database is anywhere but at these heads.
            CREATE OR REPLACE PROCEDURE pg_temp.aludel_expect(heads text[], half_done text) LANGUAGE plpgsql AS %5$s
            DECLARE
                found_heads text[] := '{}';
                found_half_done text := '';
            BEGIN
                CALL pg_temp.aludel_lock(false);
                IF to_regclass(%4$s) IS NOT NULL THEN
                    SELECT coalesce(array_agg(revision::text ORDER BY revision), '{}') INTO found_heads
                    FROM %3$s
                    WHERE status = 'applied' AND revision NOT IN (
                        SELECT parent FROM %3$s, unnest(string_to_array(parents, ',')) AS parent WHERE status = 'applied');
                    SELECT coalesce(string_agg(concat_ws(' ', revision, status, statements_done), ', ' ORDER BY revision), '')
                    INTO found_half_done FROM %3$s WHERE status <> 'applied';
                END IF;
                IF NOT (found_heads @> heads AND found_heads <@ heads AND found_half_done = half_done) THEN
                    RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state',
                        MESSAGE = format('Aludel did nothing here: the database is at %%s, and this part of the script begins at %%s.',
                            concat_ws('; half-done: ', coalesce(nullif(array_to_string(found_heads, ', '), ''), 'base'), nullif(found_half_done, '')),
                            concat_ws('; half-done: ', coalesce(nullif(array_to_string(heads, ', '), ''), 'base'), nullif(half_done, ''))),
                        HINT = 'Where the script was run before, this part is done. Otherwise see that this is the right database, and make a script that begins where it is.';
                END IF;
            EXCEPTION WHEN undefined_column THEN
                RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state',
                    MESSAGE = %6$s,
                    HINT = 'Give Aludel''s table another name (aludel.history-table) and make the script again.';
            END
            %5$s;
            """;

    private final History history;
    private final String key;

    PostgresOffline(History history) {
        this.history = history;
        this.key = String.valueOf(PostgresLock.hash(history.lockKey()));
    }

    @Override
    public String howToRun() {
        return "psql -X -v ON_ERROR_STOP=1 -f FILE DATABASE";
    }

    @Override
    public String opening() {
        String seconds = String.valueOf(Math.max(1, history.lockTimeout().toSeconds()));
        String foreign = literal(
                "Aludel did nothing here: the table " + history.table() + " of this database was not made by Aludel.");
        String tag = tag(history.table());
        return OPENING.formatted(seconds, key, history.table(), literal(history.table()), tag, foreign);
    }

    /** Whatever the session's default: after waiting for the lock, the check must see what the other run did. */
    @Override
    public String begin() {
        return "BEGIN ISOLATION LEVEL READ COMMITTED;";
    }

    @Override
    public String commit() {
        return "COMMIT;";
    }

    @Override
    public String expect(List<String> heads, String halfDone) {
        return "CALL pg_temp.aludel_expect(" + array(heads) + ", " + literal(halfDone) + ");";
    }

    @Override
    public String lock() {
        return "CALL pg_temp.aludel_lock(false);";
    }

    @Override
    public String unlessExists(String table, List<String> statements) {
        return block("""
                    IF to_regclass(%s) IS NULL THEN
                        %s;
                    END IF;
                """.formatted(literal(table), String.join(";\n        ", statements)));
    }

    @Override
    public String refuse(List<String> tables, String message, String hint) {
        return block("""
                    IF EXISTS (SELECT FROM unnest(%s) AS name WHERE to_regclass(name) IS NOT NULL) THEN
                        RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state',
                            MESSAGE = %s,
                            HINT = %s;
                    END IF;
                """.formatted(array(tables), literal(message), literal(hint)));
    }

    @Override
    public String holdOutsideTransactions() {
        return "\\set ON_ERROR_STOP on\nCALL pg_temp.aludel_lock(true);";
    }

    @Override
    public String end() {
        return "SELECT pg_advisory_unlock(" + key + ") AS lock_released;";
    }

    @Override
    public String user() {
        return "session_user";
    }

    @Override
    public String millisSince(String time) {
        return "(extract(epoch FROM clock_timestamp() - " + time + ") * 1000)::bigint";
    }

    private static String block(String body) {
        String tag = tag(body);
        return "DO " + tag + "\nBEGIN\n" + body + "END\n" + tag + ";";
    }

    /** A dollar quote that does not occur in the text. */
    private static String tag(String text) {
        int number = 0;
        String tag = "$aludel$";
        while (text.contains(tag)) {
            number++;
            tag = "$aludel" + number + "$";
        }
        return tag;
    }

    private static String array(List<String> texts) {
        return texts.stream()
                .map(PostgresIdentifiers::literal)
                .collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }

    private static String literal(String text) {
        return PostgresIdentifiers.literal(text);
    }
}

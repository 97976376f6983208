package dev.aludel.dialect;

import java.util.Optional;

/**
 * A setting of a session that a run changes and gives back.
 *
 * @param current an expression for what it is now
 * @param change SQL that changes it; {@code %s} stands for the new value, which is what {@code current} gives or {@code value}
 * @param changeInTransaction the same until the end of the transaction; empty where the database has no such change
 * @param value what it shall be during the run
 */
public record SessionSetting(String current, String change, Optional<String> changeInTransaction, String value) {

    /** One that is never changed for a transaction. */
    public SessionSetting(String current, String change, String value) {
        this(current, change, Optional.empty(), value);
    }

    /** SQL that sets it for the run. */
    public String set() {
        return set(value);
    }

    /** SQL that sets it until the end of the transaction. */
    public String setInTransaction() {
        return changeInTransaction.orElseThrow().replace("%s", value);
    }

    /** SQL that sets it to another value. */
    public String set(String other) {
        return change.replace("%s", other);
    }
}

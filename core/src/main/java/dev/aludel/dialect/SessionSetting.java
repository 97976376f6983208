package dev.aludel.dialect;

/**
 * A setting of a session that a run changes and gives back.
 *
 * @param current an expression for what it is now
 * @param change SQL that changes it; {@code %s} stands for the new value, which is what {@code current} gives or {@code value}
 * @param value what it shall be during the run
 */
public record SessionSetting(String current, String change, String value) {

    /** SQL that sets it for the run. */
    public String set() {
        return set(value);
    }

    /** SQL that sets it to another value. */
    public String set(String other) {
        return change.replace("%s", other);
    }
}

package dev.aludel.config;

/** A value that is never shown: its text is only what {@link #reveal()} returns. */
public record Secret(String value) {

    /** The secret itself, for the one who must send it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}

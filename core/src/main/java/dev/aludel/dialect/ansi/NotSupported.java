package dev.aludel.dialect.ansi;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;

/** Refuses what one database has nothing for, and says what to write instead. */
public final class NotSupported {
    private NotSupported() {}

    /**
     * The refusal; whoever renders a migration adds the place.
     *
     * @param what goes on behind the product's name: {@code has no exclusion constraints}
     * @param remedy one or two sentences
     */
    public static AludelException by(String product, String what, String remedy) {
        return AludelException.of(ErrorCode.NOT_SUPPORTED, product + " " + what + ".")
                .remedy(remedy);
    }
}

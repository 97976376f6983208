package dev.aludel.migration;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;

/** Words the refusals of what a migration cannot say; the place is added by who knows it. */
final class Refusals {
    private Refusals() {}

    static AludelException broken(String what, String remedy) {
        return AludelException.of(ErrorCode.BROKEN_MIGRATION, what)
                .state("Nothing was run; the database is as it was.")
                .remedy(remedy);
    }
}

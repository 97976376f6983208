package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.function.Supplier;

/** Gives the advice for several heads that fits the command at hand. */
final class MultipleHeads {
    static final String JOIN = "`aludel merge heads -m \"Merge heads\"`";

    private MultipleHeads() {}

    /** Does the work; when it meets several heads, its failure carries this remedy instead of the general one. */
    static <T> T advise(String remedy, Supplier<T> work) {
        try {
            return work.get();
        } catch (AludelException failure) {
            throw failure.code() == ErrorCode.MULTIPLE_HEADS ? failure.remedy(remedy) : failure;
        }
    }
}

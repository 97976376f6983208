package dev.aludel.command;

import dev.aludel.autogenerate.RenameCandidate;
import dev.aludel.schema.Column;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Asks a person what two schemas cannot tell, and no option said. */
public interface Questions {

    /** Which of these it is, all for one thing that goes and the best first; empty where it is none. */
    Optional<RenameCandidate> renamed(List<RenameCandidate> candidates);

    /** What the rows that are there get in a column that must not be null, as SQL; empty where nobody knows now. */
    Optional<String> value(TableName table, Column column);

    /** Nobody is there. */
    static Questions none() {
        return new Questions() {
            @Override
            public Optional<RenameCandidate> renamed(List<RenameCandidate> candidates) {
                return Optional.empty();
            }

            @Override
            public Optional<String> value(TableName table, Column column) {
                return Optional.empty();
            }
        };
    }
}

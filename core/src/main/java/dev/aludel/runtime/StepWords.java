package dev.aludel.runtime;

import dev.aludel.revision.Direction;
import dev.aludel.revision.Step;
import java.util.Optional;

/** Says in words what a step was doing when it failed, and what to do then. */
final class StepWords {
    private final PlannedStep planned;

    StepWords(PlannedStep planned) {
        this.planned = planned;
    }

    /** {@code upgrading to c3 (add email)}. */
    String doing() {
        Step step = planned.step();
        String verb = switch (step.direction()) {
            case UPGRADE -> "upgrading to ";
            case DOWNGRADE -> "downgrading from ";
            case STAMP -> "stamping ";
        };
        String message = step.revision().message();
        return verb + step.revision().id().value() + (message.isEmpty() ? "" : " (" + message + ")");
    }

    /** The migration's file; empty for a stamp. */
    String file() {
        return planned.file().orElse("");
    }

    /** Why an upgrade cannot be undone without its file; empty where it can. */
    Optional<String> wayBack() {
        boolean lacks = planned.step().direction() == Direction.UPGRADE
                && planned.inserted().stream()
                        .anyMatch(row -> row.downgradeSql().isEmpty());
        return lacks ? Optional.of("its way back is not SQL alone and takes the file") : Optional.empty();
    }

    /** The file, or a word that stands for it. */
    String fileOrMigration() {
        return file().isEmpty() ? "the migration" : file();
    }

    /** The command that goes on after a failure. */
    String again() {
        return planned.step().direction() == Direction.UPGRADE ? "`aludel upgrade head`" : "the same command";
    }
}

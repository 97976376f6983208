package dev.aludel.runtime;

import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import dev.aludel.script.Recording;
import java.util.List;
import java.util.Optional;

/** A step with everything it will send: statements, rows to write and rows to remove. A stamp has no recording. */
record PreparedStep(
        Step step,
        Optional<Recording> recording,
        StepStatements statements,
        List<AppliedRevision> inserted,
        List<RevisionId> deleted,
        Optional<String> downgradeSql) {}

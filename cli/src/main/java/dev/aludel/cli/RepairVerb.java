package dev.aludel.cli;

import dev.aludel.command.RepairCommand;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionId;
import dev.aludel.runtime.EditedRevision;
import dev.aludel.runtime.HalfDone;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code aludel repair}. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = "Shows where history and files disagree, and mends the history with --yes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aludel repair",
            "  aludel repair --yes",
            "  aludel repair --done 3f1a2b",
            "  aludel repair --forget 3f1a2b"
        })
final class RepairVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-y", "--yes"},
            description = "Change the history as it is shown; every change goes into the log.")
    private boolean yes;

    @Option(
            names = "--forget",
            paramLabel = "REV",
            description = "Forget that this revision is half-done; what its statements changed stays.")
    private Optional<String> forget = Optional.empty();

    @Option(
            names = "--done",
            paramLabel = "REV",
            description = "The statement of this half-done revision that was sent and not answered took effect: go on"
                    + " behind it.")
    private Optional<String> done = Optional.empty();

    @Option(
            names = "--not-done",
            paramLabel = "REV",
            description =
                    "The statement of this half-done revision that was sent and not answered took no effect: send it"
                            + " again.")
    private Optional<String> notDone = Optional.empty();

    @Override
    public Integer call() {
        requireOne();
        Session session = root.session();
        Printer printer = session.printer();
        RepairCommand command = new RepairCommand(session.environment());
        if (forget.isPresent()) {
            RevisionId id = command.forget(forget.get());
            printer.document(Map.of("forgotten", id.value()));
            printer.success("Forgot that " + id + " is half-done. What its statements changed is still there.");
            return 0;
        }
        if (done.isPresent() || notDone.isPresent()) {
            RevisionId id = command.settle(done.or(() -> notDone).orElseThrow(), done.isPresent());
            printer.document(Map.of("settled", id.value(), "done", done.isPresent()));
            printer.success("The next run of " + id
                    + (done.isPresent() ? " goes on behind that statement." : " sends that statement again."));
            return 0;
        }
        RepairCommand.Findings findings = command.look();
        printer.document(document(findings, yes));
        print(printer, findings);
        if (findings.isNothingToAccept()) {
            printer.success("History and files agree.");
            return 0;
        }
        if (!yes) {
            printer.line("Nothing was changed. To let the history say what the files say: aludel repair --yes");
            return ErrorCode.MODEL_DIFFERS.exitCode();
        }
        command.accept(findings);
        printer.success("The history says what the files say.");
        return 0;
    }

    private void requireOne() {
        OptionRules rules = new OptionRules(spec);
        String why = " asks no further and changes nothing else.";
        rules.excludes("--forget", "--forget" + why, "--done", "--not-done", "--yes");
        rules.excludes("--done", "--done" + why, "--not-done", "--yes");
        rules.excludes("--not-done", "--not-done" + why, "--yes");
    }

    private static void print(Printer printer, RepairCommand.Findings findings) {
        for (EditedRevision edited : findings.edited()) {
            printer.line("Edited     " + edited.id() + "   " + edited.file()
                    + "   was applied as something else: its checksum will be taken over");
        }
        for (RevisionId redundant : findings.redundant()) {
            printer.line(
                    "Row        " + redundant + "   is no head by the files: rows and parents will be brought in line");
        }
        for (RevisionId squashed : findings.squashed()) {
            printer.line("Squashed   " + squashed + "   is part of an applied revision: its row will go");
        }
        for (HalfDone halfDone : findings.halfDone()) {
            printer.line("Half-done  " + halfDone.id() + "   " + halfDone.describe()
                    + (halfDone.isInDoubt()
                            ? ": the next run finds out, or asks for --done or --not-done " + halfDone.id()
                            : ": the next run continues, or --forget " + halfDone.id()));
        }
    }

    private static Map<String, Object> document(RepairCommand.Findings findings, boolean done) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "edited",
                Lines.ids(findings.edited().stream().map(EditedRevision::id).toList()));
        document.put("redundant", Lines.ids(findings.redundant()));
        document.put("squashed", Lines.ids(findings.squashed()));
        document.put(
                "half_done",
                Lines.ids(findings.halfDone().stream().map(HalfDone::id).toList()));
        document.put("repaired", done && !findings.isNothingToAccept());
        return document;
    }
}

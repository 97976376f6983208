package dev.aludel.cli;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.operation.Operation;
import dev.aludel.script.ScriptDirectory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints what a new migration holds. */
final class Drafts {
    private Drafts() {}

    static void print(Printer printer, ScriptDirectory directory, Optional<Path> file, Optional<MigrationDraft> draft) {
        printer.document(document(directory, file, draft));
        draft.ifPresent(found -> found.upgrade().forEach(operation -> printer.line(line(operation))));
        if (file.isEmpty()) {
            draft.ifPresent(found -> printNotices(printer, found));
            printer.success("No model difference: no file was written.");
            return;
        }
        printer.success("Wrote " + directory.show(file.get()));
        draft.ifPresent(found -> {
            printNotices(printer, found);
            printer.line("Review the file before you apply it with `aludel upgrade head`.");
        });
    }

    private static void printNotices(Printer printer, MigrationDraft draft) {
        draft.notices().forEach(notice -> printer.warning("Look:    " + notice.text()));
    }

    /** {@code Detected add column author.email varchar(255)}. */
    static String line(Operation operation) {
        return "Detected " + Differences.line(operation);
    }

    private static Map<String, Object> document(
            ScriptDirectory directory, Optional<Path> file, Optional<MigrationDraft> draft) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file.map(directory::show).orElse(""));
        document.put(
                "operations",
                draft.map(MigrationDraft::upgrade).orElse(List.of()).stream()
                        .map(Operation::describe)
                        .toList());
        document.put(
                "notices",
                draft.map(MigrationDraft::notices).orElse(List.of()).stream()
                        .map(notice -> notice.text())
                        .toList());
        return document;
    }
}

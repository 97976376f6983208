package dev.aludel.cli;

import dev.aludel.command.PlanCommand;
import dev.aludel.dialect.Impact;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.revision.Plan;
import dev.aludel.runtime.PlannedRow;
import dev.aludel.runtime.PlannedStatement;
import dev.aludel.runtime.PlannedStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Prints what a run would do: as SQL with remarks for people, as one document for machines. */
final class PlanPrinter {
    private final Printer printer;
    private final PlanCommand command;

    PlanPrinter(Printer printer, PlanCommand command) {
        this.printer = printer;
        this.command = command;
    }

    /** Plans for the database as it is, and prints that. */
    static void dryRun(Session session, String act, Function<PlanCommand, PlanCommand.Result> planner) {
        PlanCommand command = new PlanCommand(session.environment(), Optional.empty());
        new PlanPrinter(session.printer(), command).print(act, planner.apply(command));
    }

    void print(String act, PlanCommand.Result result) {
        Plan plan = result.plan();
        printer.document(document(act, result));
        plan.warnings().forEach(printer::warning);
        if (plan.isEmpty()) {
            printer.line("Nothing to do: the database is at " + plan.to() + ".");
            return;
        }
        for (PlannedStep step : result.steps()) {
            printer.line(RunPrinter.describe(step.step())
                    + step.file().map(file -> "   (" + file + ")").orElse(""));
            result.continued().stream()
                    .filter(halfDone ->
                            halfDone.id().equals(step.step().revision().id()))
                    .forEach(halfDone -> printer.line("    -- continues: " + halfDone.describe()));
            if (!step.isTransactional()) {
                printer.line("    -- outside a transaction");
            }
            step.statements().forEach(this::print);
        }
        printer.line("Nothing was run. The database would be at " + plan.to() + ".");
    }

    private void print(PlannedStatement statement) {
        String text = statement.sql().map(sql -> sql.sql() + ";").orElseGet(() -> "-- " + statement.text());
        printer.line("    " + text.replace("\n", "\n    "));
        String impact = describe(statement);
        if (!impact.isEmpty()) {
            printer.line("    -- " + impact);
        }
    }

    private String describe(PlannedStatement statement) {
        Impact impact = command.impact(statement);
        boolean destructive = impact.destructive() || statement.destructive();
        return new Impact(impact.locks(), impact.scan(), impact.rewrite(), destructive).describe();
    }

    private Map<String, Object> document(String act, PlanCommand.Result result) {
        Map<String, Object> document = Plans.document(act, result.plan());
        List<Map<String, Object>> steps = new ArrayList<>();
        for (PlannedStep step : result.steps()) {
            Map<String, Object> values = Plans.step(step.step());
            values.put(
                    "statements", step.statements().stream().map(this::document).toList());
            values.put("rows_deleted", Lines.ids(step.deleted()));
            values.put(
                    "rows_inserted",
                    Lines.ids(step.inserted().stream().map(PlannedRow::id).toList()));
            steps.add(values);
        }
        document.put("steps", steps);
        return document;
    }

    private Map<String, Object> document(PlannedStatement statement) {
        Impact impact = command.impact(statement);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("sql", statement.sql().map(SqlStatement::sql).orElse(""));
        values.put("describe", statement.describe());
        values.put("transactional", statement.transactional());
        values.put(
                "lock",
                String.join(
                        ", ", impact.locks().stream().map(Impact.Lock::toString).toList()));
        values.put("scan", impact.scan());
        values.put("rewrite", impact.rewrite() != Impact.Rewrite.NO);
        values.put("destructive", impact.destructive() || statement.destructive());
        values.put("where", statement.where().map(Object::toString).orElse(""));
        return values;
    }
}

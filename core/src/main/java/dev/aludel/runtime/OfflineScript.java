package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.OfflineSql;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.RunJava;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Plan;
import dev.aludel.script.Scripts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a plan as an SQL script that a person can read, and run without Aludel: {@code upgrade --sql} and its like.
 *
 * <p>The script does what {@link Migrator} would do, one transaction a migration, history and log included. Every
 * transaction first takes the lock that runs take and lets the server check that the database is where the script
 * expects it; it fails in clear words where not. So a script that is run twice, on the wrong database, or on after a
 * failure, changes nothing that it should not. The same plan and files give the same text.
 */
public final class OfflineScript {
    private final Scripts scripts;
    private final Dialect dialect;
    private final HistoryTable tables;
    private final OfflineSql sql;

    /** A writer of scripts; the script waits for other runs as long as {@code lockTimeout} says. */
    public OfflineScript(Scripts scripts, Dialect dialect, HistoryTable tables, Duration lockTimeout) {
        this.scripts = scripts;
        this.dialect = dialect;
        this.tables = tables;
        this.sql = dialect.offline(new OfflineSql.History(
                new HistorySql(dialect, tables).history(), tables.history().toString(), lockTimeout));
    }

    /**
     * The script of a plan.
     *
     * @param plan made for the heads that the database is said to have
     * @param tag free text for the script's head and the log
     * @throws AludelException (RUN-006) naming all Java steps of the plan, which SQL cannot say
     */
    public String render(Plan plan, Optional<String> tag) {
        return render(plan, tag, false);
    }

    /** The script of a stamp that first forgets all that the history says, whatever that is. */
    public String renderPurging(Plan stamp, Optional<String> tag) {
        return render(stamp, tag, true);
    }

    private String render(Plan plan, Optional<String> tag, boolean purge) {
        List<PlannedStep> steps = new StepPlanner(scripts, dialect).plan(plan);
        refuseJava(steps);
        List<String> parts = new ArrayList<>();
        parts.add(header(plan, steps, tag));
        if (!steps.isEmpty()) {
            parts.add(sql.opening().strip());
            if (purge || plan.from().isEmpty()) {
                parts.add(createTables(plan, purge));
            }
            OfflineStep writer = new OfflineStep(sql, new HistorySql(dialect, tables), detail(tag), purge);
            for (int i = 0; i < steps.size(); i++) {
                parts.add(writer.render(steps.get(i), i + 1, steps.size()));
            }
            Optional.of(sql.closing().strip()).filter(text -> !text.isEmpty()).ifPresent(parts::add);
        }
        return String.join("\n\n", parts) + "\n";
    }

    private String header(Plan plan, List<PlannedStep> steps, Optional<String> tag) {
        List<String> lines = new ArrayList<>();
        lines.add("Made by Aludel " + ToolVersion.current() + " for " + dialect.name() + ".");
        lines.add("");
        lines.add("  " + plan.direction().name().toLowerCase(Locale.ROOT) + "    from " + plan.from() + " to "
                + plan.to());
        if (plan.direction() != Direction.STAMP) {
            lines.add("  migrations " + plan.steps().size());
        }
        tag.ifPresent(text -> lines.add("  tag        " + text));
        lines.add("");
        lines.addAll(steps.isEmpty() ? List.of("There is nothing to do.") : advice(steps));
        return lines.stream().map(OfflineScript::comment).collect(Collectors.joining("\n"));
    }

    private List<String> advice(List<PlannedStep> steps) {
        List<String> lines = new ArrayList<>(List.of(
                "Run it with: " + sql.howToRun(),
                "Each migration is a transaction, which first checks that the database is where the script expects it, and",
                "fails where it is not. To run the script again, or on another database, changes nothing."));
        boolean outside = steps.stream()
                .flatMap(step -> step.statements().stream())
                .anyMatch(statement -> !statement.transactional());
        if (outside) {
            lines.add(
                    "It holds statements that refuse transactions, and commands of that client which guard them: run it with");
            lines.add("no other client.");
        }
        return lines;
    }

    /** A script that creates Aludel's own tables where they are missing: {@code ensure-version --sql}. */
    public String renderTables() {
        String header = Stream.of(
                        "Made by Aludel " + ToolVersion.current() + " for " + dialect.name() + ".",
                        "Aludel's own tables, where they are missing.")
                .map(OfflineScript::comment)
                .collect(Collectors.joining("\n"));
        return header + "\n" + sql.begin() + "\n" + tables() + "\n" + sql.commit() + "\n";
    }

    private String createTables(Plan plan, boolean purge) {
        List<String> parts = new ArrayList<>();
        parts.add(comment("Aludel's own tables, where they are missing."));
        parts.add(sql.begin());
        parts.add(purge ? sql.lock() : sql.expectBase());
        if (plan.direction() == Direction.UPGRADE) {
            parts.add(
                    sql.refuse(
                            OtherTools.TABLES,
                            "Aludel did nothing here: another migration tool keeps this database.",
                            "To take it over, write a migration that describes what is there, and stamp it: aludel stamp --sql ID"));
        }
        parts.add(tables());
        parts.add(sql.commit());
        return String.join("\n", parts);
    }

    private String tables() {
        HistorySql names = new HistorySql(dialect, tables);
        HistoryTables own = new HistoryTables(dialect, tables);
        return Stream.of(tables.historyTable(), tables.logTable())
                .map(table -> sql.unlessExists(names.name(table.name()), own.create(table)))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> detail(Optional<String> tag) {
        return Optional.of("SQL script" + tag.map(text -> "; tag: " + text).orElse(""));
    }

    private static void refuseJava(List<PlannedStep> steps) {
        List<String> places = new ArrayList<>();
        for (PlannedStep step : steps) {
            for (PlannedStatement statement : step.statements()) {
                if (statement.operation() instanceof RunJava java) {
                    places.add(statement
                                    .where()
                                    .map(Object::toString)
                                    .or(step::file)
                                    .orElse("") + "   " + java.description());
                }
            }
        }
        if (!places.isEmpty()) {
            String several = places.size() == 1 ? "A step of the plan is" : places.size() + " steps of the plan are";
            throw AludelException.of(ErrorCode.NOT_SCRIPTABLE, several + " Java code, which an SQL script cannot hold.")
                    .at(String.join("\n", places))
                    .state("No script was written, and nothing was run.")
                    .remedy("Say the step in SQL (op.execute). Or make scripts for what comes before and after, and let"
                            + " Aludel itself run the migrations above, connected to the database.");
        }
    }

    /** A line of comment; what could end it is taken out of the text. */
    static String comment(String text) {
        return ("-- " + text.replaceAll("\\p{Cntrl}+|[\u0085\u2028\u2029]", " ")).stripTrailing();
    }
}

package dev.aludel.autogenerate.render;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.Notice;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a migration as an SQL script of one database. */
public final class SqlScriptRenderer {
    private static final Pattern SECTION =
            Pattern.compile("^\\s*--\\s*(upgrade|downgrade)\\s*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final Dialect dialect;
    private final ScriptTemplate template;

    /** Writes files with Aludel's own look. */
    public SqlScriptRenderer(Dialect dialect) {
        this(dialect, ScriptTemplate.standardSql());
    }

    /** Writes files that look as the template says. */
    public SqlScriptRenderer(Dialect dialect, ScriptTemplate template) {
        this.dialect = dialect;
        this.template = template;
    }

    /**
     * The text of the file, a statement a paragraph.
     *
     * @throws AludelException when the dialect cannot do an operation, or (SCR-005) when a text of the draft has a line
     *     that would begin a section of the script, or a carriage return
     */
    public String render(RevisionHeader header, MigrationDraft draft) {
        StringBuilder text = new StringBuilder();
        entry(text, "revision", header.id());
        entry(text, "down", String.join(", ", header.down()));
        entry(text, "depends-on", String.join(", ", header.dependsOn()));
        entry(text, "branch-labels", String.join(", ", header.branchLabels()));
        entry(text, "replaces", String.join(", ", header.replaces()));
        entry(text, "created", header.created().toString());
        entry(text, "message", JavaLiterals.line(header.message()));
        String remarks = draft.notices().stream()
                .filter(notice -> notice.operation().isEmpty())
                .map(SqlScriptRenderer::comment)
                .collect(Collectors.joining());
        return template.fill(
                header,
                Map.of(
                        "header", text.toString(),
                        "upgrade", remarks + paragraphs(draft.upgrade(), draft.notices(), draft.before()),
                        "downgrade", paragraphs(draft.downgrade(), Notice.about(draft.downgrade()), draft.after())));
    }

    private static void entry(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append("-- ").append(key).append(':');
            text.append(" ".repeat(Math.max(1, 9 - key.length()))).append(value).append('\n');
        }
    }

    /** @param before what the operations begin with, as far as it is known */
    private String paragraphs(List<Operation> operations, List<Notice> notices, Schema before) {
        StringBuilder text = new StringBuilder();
        Schema state = before;
        int next = 0;
        while (next < operations.size()) {
            List<Operation> group = operations.subList(next, groupEnd(operations, next));
            StringBuilder comments = new StringBuilder();
            notices.stream()
                    .filter(notice -> group.stream().anyMatch(notice::isAbout))
                    .forEach(notice -> comments.append(comment(notice)));
            for (SqlStatement statement : dialect.renderJoined(group, TableLookup.of(state))) {
                text.append(text.length() > 0 ? "\n" : "").append(comments);
                text.append(requireWholeLines(statement.sql(), group.get(0))).append(";\n");
                comments.setLength(0);
            }
            state = MigrationDraft.after(state, group);
            next += group.size();
        }
        return text.toString();
    }

    private int groupEnd(List<Operation> operations, int start) {
        int end = start + 1;
        while (end < operations.size() && dialect.joins(operations.get(end - 1), operations.get(end))) {
            end++;
        }
        return end;
    }

    private static String comment(Notice notice) {
        return "-- " + JavaLiterals.line(notice.text()) + "\n";
    }

    private static String requireWholeLines(String sql, Operation operation) {
        boolean section = SECTION.matcher(sql).find();
        if (section || sql.indexOf('\r') >= 0) {
            String why = section
                    ? "A text in it has a line that would begin a section of the script: "
                    : "A text in it has a carriage return, which the lines of a script do not keep: ";
            throw AludelException.of(
                            ErrorCode.MALFORMED_SQL, why + operation.describe().replaceAll("\\s+", " ") + ".")
                    .state("No file was written and the database is as it was.")
                    .remedy("Write this migration in Java.");
        }
        return sql;
    }
}

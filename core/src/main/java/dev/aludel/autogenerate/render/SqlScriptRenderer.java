package dev.aludel.autogenerate.render;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.Notice;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import java.util.List;

/** Writes a migration as an SQL script of one database. */
public final class SqlScriptRenderer {
    private final Dialect dialect;

    public SqlScriptRenderer(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The text of the file. */
    public String render(RevisionHeader header, MigrationDraft draft) {
        StringBuilder text = new StringBuilder();
        entry(text, "revision", header.id());
        entry(text, "down", String.join(", ", header.down()));
        entry(text, "depends-on", String.join(", ", header.dependsOn()));
        entry(text, "branch-labels", String.join(", ", header.branchLabels()));
        entry(text, "created", header.created().toString());
        entry(text, "message", header.message().replaceAll("\\s+", " ").strip());
        section(text, "upgrade", draft.upgrade(), draft.notices());
        section(text, "downgrade", draft.downgrade(), Notice.about(draft.downgrade()));
        return text.toString();
    }

    private static void entry(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append("-- ").append(key).append(':');
            text.append(" ".repeat(Math.max(1, 9 - key.length()))).append(value).append('\n');
        }
    }

    private void section(StringBuilder text, String name, List<Operation> operations, List<Notice> notices) {
        text.append("\n-- ").append(name).append('\n');
        for (Operation operation : operations) {
            notices.stream()
                    .filter(notice -> notice.operation().equals(operation))
                    .forEach(notice -> text.append("-- ")
                            .append(notice.text().replaceAll("\\s+", " "))
                            .append('\n'));
            for (SqlStatement statement : dialect.render(operation, TableLookup.none())) {
                text.append(statement.sql()).append(";\n");
            }
        }
    }
}

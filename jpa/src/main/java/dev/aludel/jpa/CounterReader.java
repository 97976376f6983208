package dev.aludel.jpa;

import dev.aludel.schema.ModelSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Table;

/**
 * Finds the tables in which Hibernate counts where the database has no sequences. It reads the row that they begin with
 * out of the statement that Hibernate itself would insert it with.
 */
final class CounterReader {
    private static final Pattern INSERT =
            Pattern.compile("insert into .* values ?\\( ?(-?\\d+) ?\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Names names;

    CounterReader(Names names) {
        this.names = names;
    }

    List<ModelSource.Counter> read(Metadata metadata) {
        SqlStringGenerationContext context = Names.context(metadata.getDatabase());
        return metadata.collectTableMappings().stream()
                .filter(table -> table.getColumnSpan() == 1)
                .flatMap(table -> counter(table, context).stream())
                .toList();
    }

    private Optional<ModelSource.Counter> counter(Table table, SqlStringGenerationContext context) {
        return table.getInitCommands(context).stream()
                .flatMap(command -> Arrays.stream(command.getInitCommands()))
                .map(INSERT::matcher)
                .filter(Matcher::matches)
                .map(insert -> new ModelSource.Counter(
                        names.of(table),
                        names.of(table.getColumns().iterator().next()),
                        Long.parseLong(insert.group(1))))
                .findFirst();
    }
}

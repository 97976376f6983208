package dev.aludel.dialect.mysql;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the statement that creates a function or procedure, of what the catalogue says of it. */
final class MySqlRoutineReader {
    private static final Pattern AGGREGATES =
            Pattern.compile("\\bFETCH\\s+GROUP\\s+NEXT\\s+ROW\\b", Pattern.CASE_INSENSITIVE);

    private MySqlRoutineReader() {}

    /** One of its arguments; {@code mode} is empty for those of functions. */
    record Parameter(Kind routine, String mode, String name, String type) {}

    /** All but its arguments. */
    record Row(Kind kind, String returns, String body, String characteristics) {}

    static Parameter parameter(ResultSet row) throws SQLException {
        Kind routine = Kind.valueOf(row.getString("routine_type"));
        return new Parameter(
                routine,
                routine == Kind.FUNCTION ? "" : row.getString("parameter_mode") + " ",
                row.getString("parameter_name"),
                type(row));
    }

    private static String type(ResultSet row) throws SQLException {
        String charset = row.getString("special_charset");
        return row.getString("dtd_identifier") + (charset == null ? "" : " CHARSET " + charset);
    }

    static Row row(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("routine_type"));
        StringBuilder characteristics = new StringBuilder();
        if (row.getString("is_deterministic").equals("YES")) {
            characteristics.append("\nDETERMINISTIC");
        }
        if (!row.getString("sql_data_access").equals("CONTAINS SQL")) {
            characteristics.append('\n').append(row.getString("sql_data_access"));
        }
        if (row.getString("security_type").equals("INVOKER")) {
            characteristics.append("\nSQL SECURITY INVOKER");
        }
        if (!row.getString("routine_comment").isEmpty()) {
            characteristics.append("\nCOMMENT ").append(MySqlIdentifiers.literal(row.getString("routine_comment")));
        }
        return new Row(
                kind,
                kind == Kind.FUNCTION ? " RETURNS " + type(row) : "",
                row.getString("routine_definition"),
                characteristics.toString());
    }

    static SchemaObject object(TableName name, Row row, List<Parameter> parameters, MySqlBodyReader bodies)
            throws SQLException {
        ObjectName routine = new ObjectName(row.kind(), name, "", Optional.empty());
        boolean aggregate =
                row.kind() == Kind.FUNCTION && AGGREGATES.matcher(row.body()).find();
        String arguments = parameters.stream()
                .filter(parameter -> parameter.routine() == row.kind())
                .map(parameter -> parameter.mode() + MySqlIdentifiers.quote(parameter.name()) + " " + parameter.type())
                .collect(Collectors.joining(", ", "(", ")"));
        return SchemaObject.of(
                routine,
                new SchemaObject.Statement("CREATE " + (aggregate ? "AGGREGATE " : "")
                        + row.kind().words() + " " + MySqlRenderer.CLAUSES.table(name) + arguments + row.returns()
                        + row.characteristics() + "\n" + bodies.read(routine, row.body())));
    }
}

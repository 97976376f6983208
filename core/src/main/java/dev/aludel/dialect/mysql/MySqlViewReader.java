package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the query of a view without the name of the schema that it is in, and finds what it reads. */
final class MySqlViewReader {
    private final CatalogueReader catalogue;

    MySqlViewReader(CatalogueReader catalogue) {
        this.catalogue = catalogue;
    }

    /** A view as the catalogue has it; {@code query} names schemas. */
    record Row(String query, String options, String check) {}

    static Row row(ResultSet row) throws SQLException {
        String algorithm = row.getString("algorithm");
        String options = (algorithm.equals("UNDEFINED") ? "" : "ALGORITHM = " + algorithm + " ")
                + (row.getString("security_type").equals("INVOKER") ? "SQL SECURITY INVOKER " : "");
        String check = row.getString("check_option");
        return new Row(
                row.getString("view_definition"),
                options,
                check.equals("NONE") ? "" : " WITH " + check + " CHECK OPTION");
    }

    SchemaObject object(TableName name, Row row) {
        String query = catalogue.local(row.query());
        boolean plain = row.options().isEmpty() && row.check().isEmpty();
        return SchemaObject.of(
                ObjectName.of(Kind.VIEW, name),
                plain
                        ? new SchemaObject.Query(query)
                        : new SchemaObject.Statement("CREATE " + row.options() + "VIEW "
                                + MySqlRenderer.CLAUSES.table(name) + " AS " + query + row.check()));
    }

    private static String unquoted(Token token) {
        return token.text().substring(1, token.text().length() - 1).replace("``", "`");
    }

    /** The names of tables, views and functions in its query; some columns of aliases may be among them. */
    Set<TableName> reads(Row row) {
        Set<TableName> names = new HashSet<>();
        List<Token> tokens = SqlLexer.tokens(row.query(), MySqlLexer.RULES);
        for (int index = 0; index + 2 < tokens.size(); index++) {
            Token first = tokens.get(index);
            Token second = tokens.get(index + 2);
            if (first.kind() == Token.Kind.QUOTED_IDENTIFIER
                    && tokens.get(index + 1).isSymbol(".")
                    && second.kind() == Token.Kind.QUOTED_IDENTIFIER) {
                names.add(catalogue.name(unquoted(first), unquoted(second)));
            }
        }
        return names;
    }
}

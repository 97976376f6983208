package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the queries of a catalogue, which name their schemas by parameters, and groups their rows by what they are about.
 *
 * @param current the connection's own schema, which no name says; empty where it has chosen none
 * @param schemas that are inspected
 */
record CatalogueReader(Connection connection, Product product, String current, List<String> schemas) {

    /** Reads one row of a query's result. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The rows by {@code table_schema} and {@code table_name}, in the order of the query. */
    <T> Map<TableName, List<T>> byName(String query, RowReader<T> reader) throws SQLException {
        Map<TableName, List<T>> found = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(MySqlCatalogue.bound(query, schemas))) {
            for (int index = 0; index < schemas.size(); index++) {
                statement.setString(index + 1, schemas.get(index));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    TableName name = name(row.getString("table_schema"), row.getString("table_name"));
                    found.computeIfAbsent(name, none -> new ArrayList<>()).add(reader.read(row));
                }
            }
        }
        return found;
    }

    TableName name(String schema, String name) {
        return schema.equals(current) ? TableName.of(name) : TableName.of(schema, name);
    }

    /**
     * The server writes {@code `shop`.`author`} in the database {@code shop}. Where that name means something else as well,
     * the text stays.
     */
    String local(String query) {
        if (current.isEmpty()) {
            return query;
        }
        StringBuilder text = new StringBuilder();
        int copied = 0;
        List<Token> tokens = SqlLexer.tokens(query, MySqlLexer.RULES);
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            if (isNamed(token, current)) {
                if (index + 1 == tokens.size() || !tokens.get(index + 1).isSymbol(".")) {
                    return query;
                }
                text.append(query, copied, token.start());
                copied = tokens.get(index + 1).end();
            }
        }
        return text.append(query.substring(copied)).toString();
    }

    private static boolean isNamed(Token token, String name) {
        return token.kind() == Token.Kind.QUOTED_IDENTIFIER
                && MySqlLexer.text(token).equals(name);
    }
}

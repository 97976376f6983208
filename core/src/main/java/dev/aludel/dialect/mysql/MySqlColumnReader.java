package dev.aludel.dialect.mysql;

import dev.aludel.schema.Column;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes columns of what the catalogue says of them. */
final class MySqlColumnReader {
    private static final Pattern ON_UPDATE = Pattern.compile("(?i)on update (\\S+)");
    private static final String BINARY_TEXT = "utf8mb4_bin";

    private final CatalogueReader catalogue;
    private final Product product;
    private final String tableCollation;
    private final List<MySqlConstraintReader.Condition> conditions;

    /** @param conditions all checks of the table; those of a single column are the column's own */
    MySqlColumnReader(
            CatalogueReader catalogue, String tableCollation, List<MySqlConstraintReader.Condition> conditions) {
        this.catalogue = catalogue;
        this.product = catalogue.product();
        this.tableCollation = tableCollation;
        this.conditions = conditions;
    }

    /** The catalogue's words, null where it has none. */
    record Row(
            String name,
            String type,
            boolean nullable,
            Optional<String> defaultValue,
            String extra,
            String expression,
            Optional<String> collation,
            String comment,
            Optional<String> spatialReference) {}

    static Row row(ResultSet row) throws SQLException {
        return new Row(
                text(row, "column_name"),
                text(row, "column_type"),
                text(row, "is_nullable").equals("YES"),
                Optional.ofNullable(row.getString("column_default")),
                text(row, "extra"),
                text(row, "generation_expression"),
                Optional.ofNullable(row.getString("collation_name")),
                text(row, "column_comment"),
                Optional.ofNullable(row.getString("srs_id")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    Column column(Row row) {
        String extra = row.extra().toUpperCase(Locale.ROOT);
        boolean generated = !row.expression().isEmpty();
        Optional<String> check = findCheck(row.name());
        Type type = isJson(row, check) ? new Type.Json(false) : MySqlTypes.parse(row.type(), product);
        return new Column(
                row.name(),
                type,
                row.nullable(),
                generated ? Optional.empty() : defaultValue(row, type).map(DefaultValue::new),
                extra.contains("AUTO_INCREMENT") ? Optional.of(Identity.byDefault()) : Optional.empty(),
                generated
                        ? Optional.of(new Generated(
                                unescaped(row.expression(), product), !extra.contains("VIRTUAL GENERATED")))
                        : Optional.empty(),
                type instanceof Type.Json
                        ? Optional.empty()
                        : row.collation().filter(name -> !name.equals(tableCollation)),
                Optional.of(row.comment()).filter(comment -> !comment.isEmpty()),
                options(row, check.filter(condition -> !(type instanceof Type.Json))));
    }

    private Optional<String> findCheck(String column) {
        return conditions.stream()
                .filter(condition -> condition.ofColumn() && condition.name().equals(column))
                .map(MySqlConstraintReader.Condition::sql)
                .findFirst();
    }

    /** MariaDB's {@code json} is text that is checked. */
    private static boolean isJson(Row row, Optional<String> check) {
        return row.type().equals("longtext")
                && row.collation().filter(BINARY_TEXT::equals).isPresent()
                && check.filter(condition -> condition.equals("json_valid(`" + row.name() + "`)"))
                        .isPresent();
    }

    private static Map<String, String> options(Row row, Optional<String> check) {
        Map<String, String> options = new TreeMap<>();
        Matcher update = ON_UPDATE.matcher(row.extra());
        if (update.find()) {
            options.put(
                    MySqlColumns.ON_UPDATE, MySqlExpressions.now(update.group(1).toLowerCase(Locale.ROOT)));
        }
        if (row.extra().toUpperCase(Locale.ROOT).contains("INVISIBLE")) {
            options.put("INVISIBLE", "");
        }
        row.spatialReference().ifPresent(id -> options.put("SRID", id));
        check.ifPresent(condition -> options.put(MySqlColumns.CHECK, condition));
        return options;
    }

    /** MariaDB writes an expression; MySQL writes the value, unless it says that it is an expression. */
    private Optional<String> defaultValue(Row row, Type type) {
        Optional<String> text = row.defaultValue();
        if (product == Product.MARIADB) {
            return text.filter(sql -> !sql.equalsIgnoreCase("NULL")).map(catalogue::local);
        }
        if (row.extra().toUpperCase(Locale.ROOT).contains("DEFAULT_GENERATED")) {
            return text.map(sql -> unescaped(sql, product))
                    .map(sql -> sql.matches("(?i)current_timestamp(\\(\\d*\\))?") ? sql : "(" + sql + ")");
        }
        boolean bare = MySqlTypes.isNumber(type) || row.type().startsWith("bit");
        return text.map(value -> bare ? value : MySqlIdentifiers.literal(value));
    }

    /** MySQL's catalogue puts a backslash before each quote and each backslash of an expression. */
    static String unescaped(String expression, Product product) {
        return product == Product.MYSQL ? expression.replaceAll("\\\\(.)", "$1") : expression;
    }
}

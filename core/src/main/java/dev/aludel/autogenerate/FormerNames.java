package dev.aludel.autogenerate;

import dev.aludel.autogenerate.RenameHints.Hint;
import dev.aludel.schema.Column;
import dev.aludel.schema.ModelSource.FormerName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which of the names that a model remembers are renames between two schemas: the former name is there and no longer
 * wanted, the present one is wanted and not there. Where a person has said something of either, that counts.
 */
final class FormerNames {
    private final Schema current;
    private final Schema target;
    private final List<Hint> said;

    FormerNames(Schema current, Schema target, List<Hint> said) {
        this.current = current;
        this.target = target;
        this.said = said;
    }

    /** Tables first, since a column may be in one whose name changes too; of several former names the first that counts. */
    List<Hint> hints(List<FormerName> remembered) {
        Map<String, Hint> hints = new LinkedHashMap<>();
        remembered.stream().filter(this::isTable).forEach(name -> add(hints, name));
        List<Hint> tables = new ArrayList<>(said);
        tables.addAll(hints.values());
        remembered.stream()
                .filter(name -> isValue(name) || isColumn(name, tables))
                .forEach(name -> add(hints, name));
        return List.copyOf(hints.values());
    }

    private static void add(Map<String, Hint> hints, FormerName name) {
        hints.putIfAbsent(present(name), hint(name));
    }

    private static String present(FormerName name) {
        return name.owner() + name.part().map(part -> "." + part).orElse("");
    }

    private static Hint hint(FormerName name) {
        Optional<String> owner = name.part().isEmpty()
                ? name.owner().schema()
                : Optional.of(name.owner().toString());
        String now = name.part().orElse(name.owner().name());
        return new Hint("@RenamedFrom(\"" + name.former() + "\") of " + present(name), owner, name.former(), now);
    }

    private boolean isTable(FormerName name) {
        TableName former = name.owner().withName(name.former());
        return name.part().isEmpty()
                && current.findTable(former).isPresent()
                && current.findTable(name.owner()).isEmpty()
                && target.findTable(former).isEmpty()
                && target.findTable(name.owner()).isPresent()
                && isUnsaid(name, List.of());
    }

    private boolean isValue(FormerName name) {
        List<String> before = RenameHints.values(name.owner(), current);
        List<String> after = RenameHints.values(name.owner(), target);
        return isRename(name, before, after) && isUnsaid(name, List.of());
    }

    private boolean isColumn(FormerName name, List<Hint> tables) {
        Optional<TableName> before = Optional.of(name.owner())
                .filter(table -> current.findTable(table).isPresent())
                .or(() -> formerName(name.owner(), tables));
        return isRename(
                        name,
                        before.map(table -> columns(current, table)).orElse(List.of()),
                        columns(target, name.owner()))
                && isUnsaid(name, before.stream().map(TableName::toString).toList());
    }

    private Optional<TableName> formerName(TableName table, List<Hint> tables) {
        return tables.stream()
                .filter(hint -> hint.owner().equals(table.schema()) && hint.to().equals(table.name()))
                .map(hint -> table.withName(hint.from()))
                .filter(former -> current.findTable(former).isPresent())
                .findFirst();
    }

    private static List<String> columns(Schema schema, TableName table) {
        return schema.findTable(table).stream()
                .flatMap(found -> found.columns().stream().map(Column::name))
                .toList();
    }

    private static boolean isRename(FormerName name, List<String> before, List<String> after) {
        return before.contains(name.former())
                && !after.contains(name.former())
                && name.part()
                        .filter(now -> !before.contains(now) && after.contains(now))
                        .isPresent();
    }

    /** @param owners what the owner may be called besides */
    private boolean isUnsaid(FormerName name, List<String> owners) {
        Hint hint = hint(name);
        return said.stream()
                .filter(other -> other.owner().equals(hint.owner())
                        || other.owner().filter(owners::contains).isPresent())
                .noneMatch(
                        other -> other.from().equals(hint.from()) || other.to().equals(hint.to()));
    }
}

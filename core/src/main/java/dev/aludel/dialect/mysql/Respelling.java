package dev.aludel.dialect.mysql;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a model's table the spelling in which the server read back a copy of it, part by part. */
final class Respelling {
    private Respelling() {}

    /** Whether the two differ in what the server might only spell in another way. */
    static boolean inDoubt(Table model, Table live) {
        boolean columns = model.columns().stream()
                .anyMatch(column -> live.findColumn(column.name())
                        .filter(other -> !other.defaultValue().equals(column.defaultValue())
                                || !other.generated().equals(column.generated())
                                || !other.type().equals(column.type()))
                        .isPresent());
        return columns
                || !checks(model).equals(checks(live))
                || !expressions(model).equals(expressions(live));
    }

    private static List<String> checks(Table table) {
        return table.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(check -> ((Constraint.Check) check).expression())
                .sorted()
                .toList();
    }

    private static List<String> expressions(Table table) {
        return table.indexes().stream()
                .flatMap(index -> index.parts().stream())
                .filter(Index.Part::expression)
                .map(Index.Part::text)
                .sorted()
                .toList();
    }

    /** The model's table as the probe has it, with the live names of what the probe had to leave nameless. */
    static Table of(Table model, Table probe, Table live) {
        return model.withColumns(model.columns().stream()
                        .map(column -> probe.findColumn(column.name())
                                .map(read -> column(column, read))
                                .orElse(column))
                        .toList())
                .withConstraints(constraints(model, probe))
                .withIndexes(model.indexes().stream()
                        .map(index -> index.name().flatMap(probe::findIndex).orElse(index))
                        .map(index -> live.indexes().stream()
                                .filter(other -> other.parts().equals(index.parts())
                                        && index.name().isEmpty())
                                .findFirst()
                                .orElse(index))
                        .toList());
    }

    private static Column column(Column model, Column read) {
        return model.withType(read.type())
                .withDefaultValue(read.defaultValue())
                .withGenerated(read.generated())
                .withNullable(read.nullable());
    }

    /** The server reads checks back in the order of the names that it gave them, which is the order they came in. */
    private static List<Constraint> constraints(Table model, Table probe) {
        List<String> read = probe.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(check -> (Constraint.Check) check)
                .sorted(java.util.Comparator.comparing(check -> number(check.name())))
                .map(Constraint.Check::expression)
                .toList();
        List<Constraint> constraints = new ArrayList<>();
        int next = 0;
        for (Constraint constraint : model.constraints()) {
            boolean respelled = constraint instanceof Constraint.Check && next < read.size();
            constraints.add(respelled ? ((Constraint.Check) constraint).withExpression(read.get(next++)) : constraint);
        }
        return constraints;
    }

    /** {@code t0_chk_2} and {@code CONSTRAINT_2} are the second. */
    private static int number(Optional<String> name) {
        String digits = name.orElse("").replaceFirst("^.*?(\\d+)$", "$1");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }
}

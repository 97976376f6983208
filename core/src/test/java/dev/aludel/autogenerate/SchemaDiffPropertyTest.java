package dev.aludel.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.operation.Operation;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class SchemaDiffPropertyTest {

    @Property(shrinking = ShrinkingMode.OFF)
    void noDifferenceWithItself(@ForAll long seed) {
        Schema schema = RandomSchema.of(seed);
        assertThat(diff(schema, schema)).isEmpty();
        assertThat(diff(schema, RandomSchema.nameless(schema))).isEmpty();
        assertThat(diff(schema, shuffled(schema, seed))).isEmpty();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void upgradeLeadsToTheTargetAndDowngradeBack(@ForAll long from, @ForAll long to) {
        Schema current = RandomSchema.of(from);
        Schema target = RandomSchema.of(to);
        MigrationDraft draft = MigrationDraft.between(current, target, RenameHints.none());

        Schema after = fold(current, draft.upgrade());

        assertThat(Canonical.of(after)).isEqualTo(Canonical.of(target));
        assertThat(Canonical.of(fold(after, draft.downgrade()))).isEqualTo(Canonical.of(current));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void unnamedPartsGetNamesOnceAndForAll(@ForAll long from, @ForAll long to) {
        Schema current = RandomSchema.of(from);
        Schema target = RandomSchema.nameless(RandomSchema.of(to));
        MigrationDraft draft = MigrationDraft.between(current, target, RenameHints.none());

        Schema after = fold(current, draft.upgrade());

        assertThat(Canonical.withoutNames(after)).isEqualTo(Canonical.withoutNames(target));
        assertThat(diff(after, target)).isEmpty();
        assertThat(Canonical.of(fold(after, draft.downgrade()))).isEqualTo(Canonical.of(current));
        List<String> names = after.tables().stream()
                .flatMap(table -> names(table).map(Optional::orElseThrow))
                .toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name ->
                        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 63));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void theOrderOfTheInputDoesNotMatter(@ForAll long from, @ForAll long to, @ForAll long order) {
        Schema current = RandomSchema.of(from);
        Schema target = RandomSchema.of(to);

        List<Operation> operations = diff(current, target);

        assertThat(diff(tablesShuffled(current, order), tablesShuffled(target, order + 1)))
                .isEqualTo(operations);
    }

    private static List<Operation> diff(Schema current, Schema target) {
        return SchemaDiff.between(current, target, RenameHints.none());
    }

    static Schema fold(Schema schema, List<Operation> operations) {
        Schema after = schema;
        for (Operation operation : operations) {
            after = operation.applyTo(after);
        }
        return after;
    }

    private static Stream<Optional<String>> names(Table table) {
        return Stream.concat(
                table.constraints().stream().map(Constraint::name),
                table.indexes().stream().map(Index::name));
    }

    private static Schema tablesShuffled(Schema schema, long seed) {
        return schema.withTables(shuffled(schema.tables(), seed)).withSequences(shuffled(schema.sequences(), seed));
    }

    private static Schema shuffled(Schema schema, long seed) {
        return tablesShuffled(schema, seed)
                .withTables(shuffled(
                        schema.tables().stream()
                                .map(table -> table.withColumns(shuffled(table.columns(), seed))
                                        .withConstraints(shuffled(table.constraints(), seed))
                                        .withIndexes(shuffled(table.indexes(), seed)))
                                .toList(),
                        seed));
    }

    private static <T> List<T> shuffled(List<T> list, long seed) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }
}

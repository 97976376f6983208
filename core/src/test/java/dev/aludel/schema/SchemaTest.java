package dev.aludel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final ObjectName VIEW = ObjectName.of(ObjectName.Kind.VIEW, TableName.of("said"));

    private static Schema of(List<Dependency> dependencies) {
        return Schema.empty().withDependencies(new LinkedHashSet<>(dependencies));
    }

    @Test
    void aPartIsFoundByItsNameHoweverOftenItIsAskedFor() {
        Table first = Table.of(TableName.of("t"), List.of(Column.of("a", new Type.Int())));
        Table second = first.withColumns(List.of());
        Schema schema = Schema.empty().withTables(List.of(first, second));

        for (int asked = 0; asked < 20; asked++) {
            assertThat(schema.findTable(TableName.of("t"))).containsSame(first);
            assertThat(schema.findTable(TableName.of("s", "t"))).isEmpty();
        }
    }

    @Test
    void dependenciesHaveOneOrderHoweverTheyWereFound() {
        List<Dependency> found = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            TableName table = TableName.of("t" + i);
            found.add(new Dependency(VIEW, ObjectName.of(ObjectName.Kind.TABLE, table), Optional.empty()));
            found.add(new Dependency(ObjectName.of(ObjectName.Kind.TRIGGER, "x", table), VIEW, Optional.of("c")));
        }
        Schema one = of(found);
        Collections.shuffle(found, new Random(7));

        assertThat(of(found)).isEqualTo(one).hasToString(one.toString());
        assertThat(one.dependencies()).hasSize(100);
    }
}

package dev.aludel.dialect.mysql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.ansi.NotSupported;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.SequenceOptions;
import dev.aludel.operation.SetSequence;
import dev.aludel.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes sequences, which MariaDB has and MySQL has not.
 *
 * @see <a href="https://mariadb.com/kb/en/create-sequence/">CREATE SEQUENCE</a>
 */
final class MySqlSequences {
    /** How many numbers a connection fetches at once where nobody says. */
    static final long USUAL_CACHE = 1000;

    private final Product product;

    MySqlSequences(Product product) {
        this.product = product;
    }

    List<SqlStatement> create(CreateSequence operation) {
        Sequence sequence = operation.sequence();
        return one("CREATE SEQUENCE " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                + MySqlRenderer.CLAUSES.table(sequence.name()) + options(whole(sequence)));
    }

    List<SqlStatement> alter(AlterSequence operation) {
        return one(
                "ALTER SEQUENCE " + MySqlRenderer.CLAUSES.table(operation.to().name())
                        + options(SequenceOptions.change(
                                operation.from().map(MySqlSequences::explicit), explicit(operation.to()))));
    }

    List<SqlStatement> set(SetSequence operation) {
        return one(
                "ALTER SEQUENCE " + MySqlRenderer.CLAUSES.table(operation.sequence()) + options(operation.options()));
    }

    List<SqlStatement> rename(RenameSequence operation) {
        return one("RENAME TABLE " + MySqlRenderer.CLAUSES.table(operation.sequence()) + " TO "
                + MySqlRenderer.CLAUSES.table(operation.sequence().withName(operation.newName())));
    }

    List<SqlStatement> drop(DropSequence operation) {
        return one("DROP SEQUENCE IF EXISTS " + MySqlRenderer.CLAUSES.table(operation.sequence()));
    }

    /** With the bounds that the server has where nobody says any; no option takes them back. */
    private static Sequence explicit(Sequence sequence) {
        boolean upwards = sequence.increment() >= 0;
        return new Sequence(
                sequence.name(),
                sequence.start(),
                sequence.increment(),
                OptionalLong.of(sequence.minimum().orElse(usualMinimum(upwards))),
                OptionalLong.of(sequence.maximum().orElse(usualMaximum(upwards))),
                OptionalLong.of(sequence.cache().orElse(USUAL_CACHE)),
                sequence.cycle(),
                Optional.empty(),
                sequence.ownedBy());
    }

    static long usualMinimum(boolean upwards) {
        return upwards ? 1 : Long.MIN_VALUE + 1;
    }

    static long usualMaximum(boolean upwards) {
        return upwards ? Long.MAX_VALUE - 1 : -1;
    }

    private static SequenceOptions whole(Sequence sequence) {
        return new SequenceOptions(
                OptionalLong.of(sequence.start()),
                OptionalLong.of(sequence.increment()),
                sequence.minimum(),
                sequence.maximum(),
                sequence.cache(),
                sequence.cycle() ? Optional.of(true) : Optional.empty(),
                sequence.ownedBy(),
                OptionalLong.empty());
    }

    private String options(SequenceOptions options) {
        if (options.ownedBy().isPresent()) {
            throw NotSupported.by(product.label(), "has no sequences that a column owns", "Leave .ownedBy(…) out.");
        }
        List<String> clauses = new ArrayList<>();
        add(clauses, "START WITH ", options.start());
        add(clauses, "INCREMENT BY ", options.increment());
        add(clauses, "MINVALUE ", options.minimum());
        add(clauses, "MAXVALUE ", options.maximum());
        add(clauses, "CACHE ", options.cache());
        options.cycle().ifPresent(cycles -> clauses.add(cycles ? "CYCLE" : "NOCYCLE"));
        add(clauses, "RESTART WITH ", options.restart());
        return clauses.isEmpty() ? "" : " " + String.join(" ", clauses);
    }

    private static void add(List<String> clauses, String words, OptionalLong number) {
        if (number.isPresent()) {
            clauses.add(words + number.getAsLong());
        }
    }

    private List<SqlStatement> one(String sql) {
        if (product == Product.MYSQL) {
            throw NotSupported.by(
                    product.label(), "has no sequences", "Number the column itself: column(…).identity().");
        }
        return List.of(MySqlRenderer.ddl(sql));
    }
}

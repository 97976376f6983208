package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One attribute of a column that {@link AlterColumn} changes. */
public sealed interface ColumnChange {

    /** The way back; empty where it is not known. */
    Optional<ColumnChange> reverse();

    Column applyTo(Column before);

    String describe();

    /** Whether the database begins or ceases to number the column. */
    default boolean isNumbering() {
        return this instanceof IdentityChange identity
                && identity.change().from().isPresent()
                        != identity.change().to().isPresent();
    }

    /** Another type; {@code using} is the SQL that converts old values, where the database needs one. */
    record TypeChange(Optional<Type> from, Type to, Optional<String> using) implements ColumnChange {
        @Override
        public Optional<ColumnChange> reverse() {
            return from.map(was -> new TypeChange(Optional.of(to), was, Optional.empty()));
        }

        @Override
        public Column applyTo(Column before) {
            return before.withType(to);
        }

        @Override
        public String describe() {
            return "type " + from.map(was -> was.describe() + " -> ").orElse("") + to.describe();
        }
    }

    record NullabilityChange(boolean nullable) implements ColumnChange {
        @Override
        public Optional<ColumnChange> reverse() {
            return Optional.of(new NullabilityChange(!nullable));
        }

        @Override
        public Column applyTo(Column before) {
            return before.withNullable(nullable);
        }

        @Override
        public String describe() {
            return nullable ? "nullable" : "not null";
        }
    }

    record DefaultChange(Change<DefaultValue> change) implements ColumnChange {
        @Override
        public Optional<ColumnChange> reverse() {
            return change.reverse().map(DefaultChange::new);
        }

        @Override
        public Column applyTo(Column before) {
            return before.withDefaultValue(change.to());
        }

        @Override
        public String describe() {
            return change.to().map(value -> "default " + value.sql()).orElse("no default");
        }
    }

    record IdentityChange(Change<Identity> change) implements ColumnChange {
        @Override
        public Optional<ColumnChange> reverse() {
            return change.reverse().map(IdentityChange::new);
        }

        @Override
        public Column applyTo(Column before) {
            return before.withIdentity(change.to());
        }

        @Override
        public String describe() {
            return change.to().isPresent() ? "identity" : "no identity";
        }
    }

    record CommentChange(Change<String> change) implements ColumnChange {
        @Override
        public Optional<ColumnChange> reverse() {
            return change.reverse().map(CommentChange::new);
        }

        @Override
        public Column applyTo(Column before) {
            return before.withComment(change.to());
        }

        @Override
        public String describe() {
            return change.to().map(text -> "comment " + text).orElse("no comment");
        }
    }

    /** How its text is sorted and compared. */
    record CollationChange(Change<String> change) implements ColumnChange {
        @Override
        public Optional<ColumnChange> reverse() {
            return change.reverse().map(CollationChange::new);
        }

        @Override
        public Column applyTo(Column before) {
            return before.withCollation(change.to());
        }

        @Override
        public String describe() {
            return change.to().map(name -> "collation " + name).orElse("default collation");
        }
    }

    /** An attribute that only this database has. */
    record OptionChange(String option, Change<String> change) implements ColumnChange {
        @Override
        public Optional<ColumnChange> reverse() {
            return change.reverse().map(back -> new OptionChange(option, back));
        }

        @Override
        public Column applyTo(Column before) {
            Map<String, String> options = new HashMap<>(before.options());
            change.to().ifPresentOrElse(value -> options.put(option, value), () -> options.remove(option));
            return before.withOptions(options);
        }

        @Override
        public String describe() {
            return change.to()
                    .map(value -> option + " " + value)
                    .orElse("no " + option)
                    .strip();
        }
    }
}

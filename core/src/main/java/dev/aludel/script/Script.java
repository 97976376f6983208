package dev.aludel.script;

import dev.aludel.revision.Revision;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One revision whose header was read; its body is read, compiled or loaded only by {@link Scripts#record}.
 *
 * @param revision the header
 * @param file how people see the place: a path relative to where they stand, or a class
 * @param path the file itself; empty when it comes from the class path
 * @param body how to get at the migration
 * @param header knows where its values stand
 * @param transactional whether it wants a transaction for itself or none at all; empty where that is the run's choice
 */
public record Script(
        Revision revision,
        String file,
        Optional<Path> path,
        Body body,
        Header header,
        Optional<Boolean> transactional) {

    /** What the migration is written in. */
    public sealed interface Body {}

    /** Java source that must be compiled; the class name is fully qualified. */
    public record JavaSource(String className, String text) implements Body {}

    /** A class that is compiled already. */
    record JavaClass(Class<?> type) implements Body {}

    /** The two SQL sections, each with the line (from 1) where its text begins. */
    record Sql(String upgrade, int upgradeLine, String downgrade, int downgradeLine) implements Body {}

    /** True for SQL scripts. */
    public boolean isSql() {
        return body instanceof Sql;
    }
}

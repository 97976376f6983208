package dev.aludel.dialect.sqlite;

import java.util.Optional;

/**
 * One constraint as the stored text of a table spells it.
 *
 * @param name without quotes, where it has one
 * @param keyword the first word after the name, in upper case, for example {@code CHECK}
 * @param sql from that word on, exactly as it stands in the source
 */
public record StoredClause(Optional<String> name, String keyword, String sql) {}

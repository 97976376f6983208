package dev.aludel.runtime;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the log.
 *
 * @param id larger for later lines
 * @param action {@code upgrade}, {@code downgrade}, {@code stamp} or {@code repair}
 * @param result {@code done} or {@code failed}
 * @param detail the whole message of a failure, or what else there is to say
 */
public record LogLine(
        long id,
        Instant happenedAt,
        String action,
        String revision,
        String result,
        String appliedBy,
        long durationMillis,
        Optional<String> detail) {}

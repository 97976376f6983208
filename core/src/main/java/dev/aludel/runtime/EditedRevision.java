package dev.aludel.runtime;

import dev.aludel.revision.RevisionId;

/**
 * A revision whose migration says something else than when it was applied.
 *
 * @param file the migration's file as people see it
 * @param stored the checksum of the migration that was run
 * @param current the checksum of the file now
 */
public record EditedRevision(RevisionId id, String file, String stored, String current) {}

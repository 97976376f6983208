package dev.aludel.migration;

import dev.aludel.operation.Operation;
import java.util.Optional;

/** An operation that a migration recorded, and where; the place is empty where the file is not known. */
public record RecordedOperation(Operation operation, Optional<Location> location) {}

package dev.aludel.migration;

import java.util.Optional;

/** Finds the line of a migration's file that is being executed, so that a failing operation can be pointed at. */
interface CallSite {

    Optional<Location> locate();

    static CallSite none() {
        return Optional::empty;
    }

    static CallSite of(Class<?> migration, String file) {
        String name = migration.getName();
        return () -> StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isPart(frame.getClassName(), name))
                        .findFirst()
                        .map(frame -> new Location(file, frame.getLineNumber(), false)));
    }

    private static boolean isPart(String className, String migration) {
        return className.equals(migration) || className.startsWith(migration + "$");
    }
}

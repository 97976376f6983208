package dev.aludel.script;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Links among the migrations. None is followed: a migration is code, and code is read from the directories alone that the user
 * names. One that leads to a place that is read anyway is in nobody's way; any other is refused, so that nobody takes it for read.
 */
final class Links {
    private final Set<Path> readFiles = new HashSet<>();
    private final Set<Path> readFolders = new HashSet<>();

    /**
     * What is read without any link.
     *
     * @param files all migrations
     * @param folders those that are searched with all that is inside
     */
    static Links besides(Set<Path> files, Iterable<Path> folders) {
        Links links = new Links();
        files.forEach(file -> real(file).ifPresent(links.readFiles::add));
        folders.forEach(folder -> real(folder).ifPresent(links.readFolders::add));
        return links;
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException leadsNowhere) {
            return Optional.empty();
        }
    }

    /** @throws AludelException (SCR-003) where it leads to what is not read */
    void require(Path link, String shown) {
        Optional<Path> target = real(link);
        boolean isRead = target.filter(path -> readFiles.contains(path)
                        || (Files.isDirectory(path) && readFolders.stream().anyMatch(path::startsWith)))
                .isPresent();
        if (!isRead) {
            throw AludelException.of(
                            ErrorCode.UNREADABLE_FILE,
                            shown + " is a link"
                                    + target.map(path -> " to " + path).orElse(" that leads nowhere")
                                    + ". Links are not followed: migrations are read from the migration directories alone.")
                    .at(link.toAbsolutePath().toString())
                    .state("Nothing was run; the database is as it was.")
                    .remedy("Put the file itself into the directory, or name the directory that it is in with"
                            + " aludel.directory or --directory.");
        }
    }
}

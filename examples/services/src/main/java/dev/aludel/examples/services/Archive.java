package dev.aludel.examples.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Server programs, unpacked once a machine into the user's cache folder and shared by all projects. */
final class Archive {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private Archive() {}

    /** Fills a folder that does not exist yet. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** Where the unpacked programs live: {@code $XDG_CACHE_HOME} or {@code ~/.cache}, under {@code aludel/services}. */
    static Path cache() {
        String configured = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path root = configured.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(configured);
        return root.resolve("aludel").resolve("services");
    }

    /** The cache's folder of that name, filled if it is missing; a half filled one is never seen under its name. */
    static Path folder(String name, Filling filling) {
        Path folder = cache().resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(cache());
            Path unfinished = Files.createTempDirectory(cache(), name + ".unfinished-");
            try {
                filling.fill(unfinished);
                moveUnlessThere(unfinished, folder);
            } finally {
                delete(unfinished);
            }
            return folder;
        } catch (IOException e) {
            throw new ServicesException("Could not unpack " + name + " into " + cache() + ": " + e.getMessage(), e);
        }
    }

    private static void moveUnlessThere(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            // another process was faster: its folder is as good as ours
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Unpacks a tar stream with its links and execute permissions, leaving out the first {@code strip} path names. */
    static void unpack(InputStream stream, Path folder, int strip) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(stream);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path name = Path.of(entry.getName()).normalize();
            if (name.getNameCount() > strip) {
                place(tar, entry, inside(folder, name.subpath(strip, name.getNameCount())));
            }
        }
    }

    private static Path inside(Path folder, Path name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive wants to write outside of its folder: " + name);
        }
        return target;
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(parent(target));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("hard links are not expected here: " + entry.getName());
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
                makeExecutable(target);
            }
        }
    }

    static void makeExecutable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("could not make " + file + " executable");
        }
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException(path + " has no folder");
        }
        return parent;
    }

    /** Deletes a folder with all it holds; nothing happens when it is not there. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.aludel.script;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directories where a project keeps its migrations: loads the headers of all files, and writes new ones.
 *
 * @param directories searched in this order
 * @param base what paths are shown relative to: where the user stands
 * @param recursive whether folders inside them are searched too; links are never followed
 */
public record ScriptDirectory(List<Path> directories, Path base, boolean recursive) {
    public ScriptDirectory {
        directories = List.copyOf(directories);
    }

    /** Directories that are searched without the folders inside them. */
    public ScriptDirectory(List<Path> directories, Path base) {
        this(directories, base, false);
    }

    /**
     * Reads every header, sorted by file name.
     *
     * @param classPath what Java migrations may refer to, in the platform's notation; asked when one must be compiled
     * @param loader sees the classes of that class path; asked when one must be compiled
     * @throws AludelException with the problems of all files together
     */
    public Scripts load(Supplier<String> classPath, Supplier<ClassLoader> loader) {
        List<Script> scripts = new ArrayList<>();
        Problems problems = new Problems();
        Set<Path> seen = new HashSet<>();
        Map<Boolean, List<Path>> found = directories.stream()
                .flatMap(each -> files(each).stream())
                .collect(Collectors.partitioningBy(Files::isSymbolicLink));
        List<Path> links = found.getOrDefault(true, List.of());
        for (Path file : found.getOrDefault(false, List.of())) {
            if (seen.add(file.toAbsolutePath().normalize())) {
                problems.collect(() -> read(file).ifPresent(scripts::add));
            }
        }
        if (!links.isEmpty()) {
            Links besides = Links.besides(seen, directories);
            links.forEach(link -> problems.collect(() -> besides.require(link, show(link))));
        }
        if (!problems.isEmpty()) {
            problems.collect(() -> Scripts.checkIncomplete(scripts));
        }
        problems.throwIfAny();
        return Scripts.of(scripts, new MigrationCompiler(classPath, loader));
    }

    /**
     * Tells a mistyped directory from one where there is nothing to do.
     *
     * @throws AludelException (CFG-003) when none of the directories is there
     */
    public void requireDirectory() {
        if (!directories.isEmpty() && directories.stream().noneMatch(Files::isDirectory)) {
            throw AludelException.of(ErrorCode.NO_DIRECTORY, "The migration directory is not there.")
                    .at(directories.stream().map(this::show).collect(Collectors.joining("\n")))
                    .state("Nothing was run; the database is as it was.")
                    .remedy("Correct aludel.directory or --directory. In a new project, `aludel revision --autogenerate"
                            + " -m \"…\"` writes the first migration and makes the directory.");
        }
    }

    /** How people see this path. */
    public String show(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path root = base.toAbsolutePath().normalize();
        return absolute.startsWith(root) ? root.relativize(absolute).toString() : absolute.toString();
    }

    /**
     * Where a new file goes: into the wanted directory, else beside the file of its parent, else into the only directory.
     *
     * @param wanted one of the directories, or, where folders inside are searched, one inside them
     * @throws AludelException (CFG-003) when the wanted one is none of them, or several are possible
     */
    public Path choose(Optional<Path> wanted, Optional<Path> parentFile) {
        if (wanted.isPresent()) {
            return requireKnown(base.resolve(wanted.get()).normalize());
        }
        Optional<Path> beside = parentFile.map(Path::getParent);
        if (beside.isPresent() || directories.size() == 1) {
            return beside.orElseGet(() -> directories.get(0));
        }
        throw AludelException.of(
                        ErrorCode.NO_DIRECTORY,
                        directories.isEmpty()
                                ? "There is no migration directory to write into."
                                : "Multiple version locations present, please specify --version-path.")
                .at(directories.stream().map(this::show).collect(Collectors.joining("\n")))
                .state("No file was written.")
                .remedy(
                        directories.isEmpty()
                                ? "Set aludel.directory in aludel.properties, or pass --directory."
                                : "Add --version-path with one of these directories.");
    }

    /** The directory of the list in which this one is; itself when it is none of them. */
    public Path rootOf(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        return directories.stream()
                .filter(root -> absolute.startsWith(root.toAbsolutePath().normalize()))
                .findFirst()
                .orElse(directory);
    }

    private Path requireKnown(Path wanted) {
        Path absolute = wanted.toAbsolutePath().normalize();
        boolean known = directories.stream()
                .map(root -> root.toAbsolutePath().normalize())
                .anyMatch(root -> recursive ? absolute.startsWith(root) : absolute.equals(root));
        if (known) {
            return wanted;
        }
        throw AludelException.of(
                        ErrorCode.NO_DIRECTORY,
                        "Path " + show(wanted) + " is not represented in current version locations.")
                .with("known", directories.stream().map(this::show).collect(Collectors.joining("\n")))
                .state("No file was written.")
                .remedy("Name one of them, or add this one to aludel.directory: what stands elsewhere is never read.");
    }

    /**
     * Writes a new file and returns its path; missing directories are made. The name may begin with folders.
     *
     * @throws AludelException when the file exists or cannot be written; nothing is left half-written
     */
    public Path write(Path directory, String fileName, String text) {
        Path file = directory.resolve(fileName);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return file;
        } catch (FileAlreadyExistsException exists) {
            throw unwritable(file, "it exists already", exists);
        } catch (IOException failure) {
            throw unwritable(file, TextFile.reason(failure), failure);
        }
    }

    /**
     * Writes other parents into the header of a script; a reader sees the old file or the new one, never a half.
     *
     * @throws AludelException when the file cannot be written; then it is as it was
     */
    public void rewriteDown(Path file, List<RevisionId> down) {
        String shown = show(file);
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Files.writeString(fresh, HeaderEditor.withDown(shown, text, down), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw unwritable(file, TextFile.reason(failure), failure);
        }
    }

    /**
     * Refuses a text that would be no migration when it is read again, before it is written.
     *
     * @throws AludelException (CFG-004) with what the reader says; a template of the project is the likely cause
     */
    public void requireReadable(String fileName, String text) {
        Optional<String> why;
        try {
            Optional<Script> script = fileName.endsWith(".sql")
                    ? Optional.of(SqlScriptReader.read(fileName, Optional.empty(), text))
                    : JavaScriptReader.read(fileName, Optional.empty(), text);
            why = script.isPresent() ? Optional.empty() : Optional.of("It holds no migration.");
        } catch (AludelException unreadable) {
            why = Optional.of(unreadable.what());
        }
        why.ifPresent(reason -> {
            throw AludelException.of(ErrorCode.INVALID_VALUE, "The new migration could not be read again. " + reason)
                    .at(fileName)
                    .state("No file was written.")
                    .remedy("Correct the file of aludel.template.java or aludel.template.sql.");
        });
    }

    /**
     * Writes a new file in the place of others, which are deleted; the new one stands there before the first of them goes,
     * so that whoever reads in between is told which are too many.
     *
     * @throws AludelException when a file cannot be written or deleted; version control has what is gone by then
     */
    public Path replace(List<Path> old, Path directory, String fileName, String text) {
        Path file = directory.resolve(fileName);
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.createDirectories(fresh.getParent());
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            for (Path each : old) {
                if (!each.equals(file)) {
                    Files.delete(each);
                }
            }
            return file;
        } catch (IOException failure) {
            throw unwritable(file, TextFile.reason(failure), failure);
        }
    }

    private List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.walk(start(directory), recursive ? Integer.MAX_VALUE : 1)) {
            return entries.filter(path -> isScript(path) || isLink(path))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException failure) {
            throw unreadable(
                    directory, Optional.ofNullable(failure.getCause()).orElseGet(() -> new IOException(failure)));
        } catch (IOException failure) {
            throw unreadable(directory, failure);
        }
    }

    /** A walk does not follow links; the directory itself may be one, since the user names it. */
    private static Path start(Path directory) throws IOException {
        return Files.isSymbolicLink(directory) ? directory.toRealPath() : directory;
    }

    private AludelException unreadable(Path directory, IOException failure) {
        return AludelException.of(
                        ErrorCode.UNREADABLE_FILE,
                        "The migration directory " + show(directory) + " cannot be read: " + TextFile.reason(failure)
                                + ".",
                        failure)
                .at(directory.toAbsolutePath().toString())
                .remedy("Give this user the right to read it.");
    }

    private static boolean isScript(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && hasScriptName(path);
    }

    /** One that would be read if it were what it leads to. */
    private boolean isLink(Path path) {
        return Files.isSymbolicLink(path) && (hasScriptName(path) || (recursive && Files.isDirectory(path)));
    }

    private static boolean hasScriptName(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".")
                && (name.endsWith(".sql") || (name.endsWith(".java") && !name.equals("package-info.java")));
    }

    private Optional<Script> read(Path path) {
        String shown = show(path);
        String text = TextFile.read(path, "migration", shown);
        return shown.endsWith(".sql")
                ? Optional.of(SqlScriptReader.read(shown, Optional.of(path), text))
                : JavaScriptReader.read(shown, Optional.of(path), text);
    }

    private AludelException unwritable(Path file, String why, IOException failure) {
        return AludelException.of(
                        ErrorCode.UNWRITABLE_FILE, "The migration file cannot be written: " + why + ".", failure)
                .at(file.toAbsolutePath().toString())
                .state("No file was written and the database is as it was.")
                .remedy("Make the directory writable for this user, or name another one in aludel.directory.");
    }
}

package dev.aludel.script;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directories where a project keeps its migrations: loads the headers of all files, and writes new ones.
 *
 * @param directories searched in this order, not recursively; a new file goes into the first
 * @param base what paths are shown relative to: where the user stands
 */
public record ScriptDirectory(List<Path> directories, Path base) {
    public ScriptDirectory {
        directories = List.copyOf(directories);
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
        for (Path directory : directories) {
            for (Path file : files(directory)) {
                problems.collect(() -> read(file).ifPresent(scripts::add));
            }
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
     * Writes a new file and returns its path; the directory is made when it is missing.
     *
     * @throws AludelException when the file exists or cannot be written; nothing is left half-written
     */
    public Path write(Path directory, String fileName, String text) {
        Path file = directory.resolve(fileName);
        try {
            Files.createDirectories(directory);
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return file;
        } catch (FileAlreadyExistsException exists) {
            throw unwritable(file, "it exists already", exists);
        } catch (IOException failure) {
            throw unwritable(file, reason(failure), failure);
        }
    }

    private List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(ScriptDirectory::isScript).sorted().toList();
        } catch (IOException failure) {
            throw AludelException.of(
                            ErrorCode.UNREADABLE_FILE,
                            "The migration directory " + show(directory) + " cannot be read: " + reason(failure) + ".",
                            failure)
                    .at(directory.toAbsolutePath().toString())
                    .remedy("Give this user the right to read it.");
        }
    }

    private static boolean isScript(Path path) {
        String name = path.getFileName().toString();
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && !name.startsWith(".")
                && (name.endsWith(".sql") || (name.endsWith(".java") && !name.equals("package-info.java")));
    }

    private Optional<Script> read(Path path) {
        String text = readText(path);
        String shown = show(path);
        return shown.endsWith(".sql")
                ? Optional.of(SqlScriptReader.read(shown, Optional.of(path), text))
                : JavaScriptReader.read(shown, Optional.of(path), text);
    }

    private String readText(Path path) {
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw AludelException.of(
                            ErrorCode.UNREADABLE_FILE, "The migration " + show(path) + " is not UTF-8 text.", wrong)
                    .at(show(path) + ":" + Encoding.lineOfFirstError(path))
                    .state("Nothing was run; the database is as it was.")
                    .remedy("Save the file as UTF-8.");
        } catch (IOException failure) {
            throw AludelException.of(
                            ErrorCode.UNREADABLE_FILE,
                            "The migration " + show(path) + " cannot be read: " + reason(failure) + ".",
                            failure)
                    .at(path.toAbsolutePath().toString())
                    .remedy("Give this user the right to read it.");
        }
    }

    private AludelException unwritable(Path file, String why, IOException failure) {
        return AludelException.of(
                        ErrorCode.UNWRITABLE_FILE, "The migration file cannot be written: " + why + ".", failure)
                .at(file.toAbsolutePath().toString())
                .state("No file was written and the database is as it was.")
                .remedy("Make the directory writable for this user, or name another one in aludel.directory.");
    }

    private static String reason(IOException failure) {
        String message = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason().toLowerCase(Locale.ROOT)
                : String.valueOf(failure.getMessage());
        return switch (failure.getClass().getSimpleName()) {
            case "AccessDeniedException" -> "access denied";
            case "NoSuchFileException" -> "there is no such directory";
            case "FileAlreadyExistsException" -> "a file stands where a directory must be";
            default -> message;
        };
    }
}

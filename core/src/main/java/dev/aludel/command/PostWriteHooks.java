package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Programs that are run over every new migration file, a formatter above all. They are started directly, without a shell;
 * {@code {file}} stands for the file's absolute path, and where no word holds it the path is the last argument.
 *
 * @param commands run in this order; words with blanks stand in double quotes
 * @param directory where they run
 */
public record PostWriteHooks(List<String> commands, Path directory) {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String FILE = "{file}";
    private static final int MOST_LINES = 10;

    public PostWriteHooks {
        commands = List.copyOf(commands);
    }

    /** Runs nothing. */
    public static PostWriteHooks none() {
        return new PostWriteHooks(List.of(), Path.of(""));
    }

    /**
     * Runs all over one file.
     *
     * @throws AludelException (SCR-007) when one cannot be started or ends with another code than 0; the file stays
     */
    void run(Path file) {
        for (String command : commands) {
            run(words(command, file.toAbsolutePath().toString()), file);
        }
    }

    private void run(List<String> words, Path file) {
        try {
            Process process = new ProcessBuilder(words)
                    .directory(directory.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw failure("ended with exit code " + exitCode, words, file)
                        .with("output", lastLines(said))
                        .remedy("Run the command by hand and see why it fails, or correct aludel.post-write.");
            }
        } catch (IOException notStarted) {
            throw failure("cannot be started: " + notStarted.getMessage(), words, file)
                    .remedy("Correct aludel.post-write, or install the program.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted", words, file).remedy("Run it by hand.");
        }
    }

    private static List<String> words(String command, String file) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        boolean named = words.stream().anyMatch(word -> word.contains(FILE));
        words.replaceAll(word -> word.replace(FILE, file));
        if (!named) {
            words.add(file);
        }
        return words;
    }

    private static String lastLines(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }

    private static AludelException failure(String how, List<String> words, Path file) {
        return AludelException.of(ErrorCode.HOOK_FAILED, "The post-write hook " + words.get(0) + " " + how + ".")
                .at(file.toString())
                .with("command", String.join(" ", words))
                .state("The migration file is written, perhaps not as the hook would leave it; nothing was run.");
    }
}

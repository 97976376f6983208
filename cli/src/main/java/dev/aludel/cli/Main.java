package dev.aludel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The process: runs one command line and exits with its code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        WarmUp.begin(arguments);
        // the launcher asks the terminal, since Java's own answer changed from version to version
        Terminal terminal = new Terminal(
                System.in,
                System.out,
                System.err,
                Boolean.getBoolean("aludel.terminal"),
                Boolean.getBoolean("aludel.answering"));
        Signals signals = Signals.watch();
        Shell shell = new Shell(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Optional.empty(),
                modelPath(),
                terminal,
                signals.interruption());
        int exitCode = new AludelCommandLine(shell).run(arguments);
        signals.commandEnded();
        System.exit(exitCode);
    }

    /** The launcher says where Aludel is installed; its folder {@code model} holds what reads models. */
    private static List<Path> modelPath() {
        Path folder = Path.of(System.getProperty("aludel.home", ".")).resolve("model");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

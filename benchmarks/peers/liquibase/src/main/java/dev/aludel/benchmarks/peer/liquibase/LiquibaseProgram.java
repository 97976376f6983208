package dev.aludel.benchmarks.peer.liquibase;

import dev.aludel.benchmarks.program.Timed;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** {@code update URL FOLDER [TIMES]}, with changelog.sql in the folder, or {@code diff URL OTHER-URL}. */
public final class LiquibaseProgram {
    private LiquibaseProgram() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("diff")) {
            Timed.run(1, () -> diff(arguments[1], arguments[2]));
        } else {
            Timed.run(Timed.times(arguments, 3), () -> update(arguments[1], Path.of(arguments[2])));
        }
    }

    private static void update(String url, Path folder) throws Exception {
        Map<String, Object> scope = Map.of(
                Scope.Attr.ui.name(), new LoggerUIService(),
                Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(folder));
        Scope.child(scope, () -> {
            CommandScope command = command("update", url);
            command.addArgumentValue("changelogFile", "changelog.sql");
            command.execute();
        });
    }

    private static void diff(String url, String reference) throws Exception {
        Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> {
            CommandScope command = command("diff", url);
            command.addArgumentValue("referenceUrl", reference);
            command.addArgumentValue("referenceUsername", "postgres");
            command.addArgumentValue("referencePassword", "");
            command.execute();
        });
    }

    private static CommandScope command(String name, String url) throws Exception {
        CommandScope command = new CommandScope(name);
        command.addArgumentValue("url", url);
        command.addArgumentValue("username", "postgres");
        command.addArgumentValue("password", "");
        command.setOutput(OutputStream.nullOutputStream());
        return command;
    }
}

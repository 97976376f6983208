package dev.aludel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.cli.AludelCommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * docs/reference/maven.md: the goals from the descriptor that the build makes, their examples from those of the command
 * line, and the POM from the project that {@link MavenRunTest} builds. Rewritten with {@code -Daludel.docs=write}.
 */
class MavenPageTest {
    private static final Path PAGE = Path.of("../docs/reference/maven.md");
    private static final Path POM = Path.of("src/test/projects/shop/pom.xml");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final List<Goals.Goal> goals = Goals.read();
    private final Set<String> shared = shared(goals);

    @Test
    void thePageIsWhatThePluginDoes() throws IOException {
        StringBuilder page = new StringBuilder(introduction());
        page.append("## All goals\n").append(table(shared::contains, goals.get(0)));
        for (String name : AludelCommandLine.commands().subcommands().keySet()) {
            goals.stream()
                    .filter(goal -> goal.name().equals(name))
                    .findFirst()
                    .ifPresent(goal -> page.append(section(goal)));
        }
        if ("write".equals(System.getProperty("aludel.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page.toString());
    }

    private static String introduction() throws IOException {
        return """
                # Maven

                Every command is a goal: `mvn aludel:upgrade` does in the project what `aludel upgrade` does in its directory, with the
                same words, the same `aludel.properties` and the same exit codes.

                ```xml
                PLUGIN
                ```

                An option `--dry-run` is `-Daludel.dry-run`, or `<dryRun>true</dryRun>` in the plugin's configuration; what has no
                dashes has a name here, such as `-Daludel.target=head`. What may be repeated is separated by commas.

                - **Class path**: Maven's own, without a second Maven. Goals that read entities want them compiled: `mvn compile
                  aludel:revision …`. `aludel:check` belongs to the phase `verify`, as above; other goals to none.
                - **Output**: results and messages are lines of Maven's log, with Maven's colours; `-q` hides them, `-X` adds stack traces.
                  JSON (`-Daludel.format=json`) and SQL (`-Daludel.sql`) go to standard output as they are, or to the file of
                  `aludel.output`: Maven 3.8 writes escape sequences around what is printed, and Maven 4 a prefix before each line.
                - **Failures** are failures of the build with the command's text, and with what its exit code means: 1 failed, 2 wrong usage or
                  configuration, 3 differences found, 5 the database is ahead of these files.
                - **Passwords**: `mvn -X` prints all parameters. Hand the password over in `$ALUDEL_PASSWORD` or a file.
                - **Several modules**: modules with packaging `pom` and without `aludel.properties` are left out. `-Daludel.skip` leaves out
                  all.
                - **Without a POM's help**: `mvn aludel:…` needs the plugin in the POM; else write
                  `mvn dev.aludel:aludel-maven-plugin:VERSION:current`. `mvn aludel:help` lists the goals.

                """.replace("PLUGIN", plugin());
    }

    private static String plugin() throws IOException {
        Matcher plugin = Pattern.compile("(?s)( *)<plugin>\\s*<groupId>dev.aludel.*?</plugin>")
                .matcher(Files.readString(POM));
        assertThat(plugin.find()).isTrue();
        return plugin.group().stripIndent();
    }

    private String section(Goals.Goal goal) {
        return "\n## aludel:" + goal.name() + "\n\n" + goal.description() + "\n\n```sh\n" + example(goal) + "\n```\n"
                + table(name -> !shared.contains(name), goal);
    }

    /** The names of what every goal has. */
    private static Set<String> shared(List<Goals.Goal> goals) {
        return goals.get(0).parameters().stream()
                .map(Goals.Parameter::name)
                .filter(name -> goals.stream()
                        .allMatch(goal -> goal.parameters().stream()
                                .anyMatch(each -> each.name().equals(name))))
                .collect(Collectors.toSet());
    }

    private static String table(Predicate<String> names, Goals.Goal goal) {
        List<String> rows = goal.parameters().stream()
                .filter(each -> names.test(each.name()))
                .map(each -> "| `" + each.property() + "` | `" + each.name() + "` | "
                        + each.type().replaceFirst(".*\\.", "") + " | " + each.description() + " |\n")
                .toList();
        return rows.isEmpty()
                ? ""
                : "\n| property | element | type | what it is for |\n|---|---|---|---|\n" + String.join("", rows);
    }

    /** The command's own first example in Maven's words. */
    private static String example(Goals.Goal goal) {
        String example = Stream.of(AludelCommandLine.commands()
                        .subcommands()
                        .get(goal.name())
                        .getCommandSpec()
                        .usageMessage()
                        .footer())
                .map(String::strip)
                .filter(line -> line.startsWith("aludel "))
                .findFirst()
                .orElseThrow();
        ParseResult parsed = AludelCommandLine.commands()
                .commandLine()
                .parseArgs(words(example))
                .subcommand();
        return "mvn aludel:" + goal.name()
                + parsed.commandSpec().args().stream()
                        .flatMap(spec -> given(parsed, spec).stream())
                        .collect(Collectors.joining());
    }

    private static Optional<String> given(ParseResult parsed, ArgSpec spec) {
        List<String> values = spec.originalStringValues();
        boolean asked = spec instanceof OptionSpec option ? parsed.hasMatchedOption(option) : !values.isEmpty();
        if (!asked) {
            return Optional.empty();
        }
        String value = String.join(",", values);
        String quoted = value.contains(" ") ? '"' + value + '"' : value;
        return Optional.of(" -D" + Spelling.property(spec) + (value.equals("true") ? "" : "=" + quoted));
    }

    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line.replaceFirst("^aludel ", ""));
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words.toArray(String[]::new);
    }
}

package dev.aludel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.cli.AludelCommandLine;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A goal is the command: the same name, the same options with the same texts, and each reaches its option. */
class ParametersTest {
    /** A script for shells is of no use inside Maven. */
    private static final Set<String> NO_GOALS = Set.of("completion");

    /** What Maven says itself with {@code -q}, {@code -X}, its colours and its help; and Maven hands over no input. */
    private static final Set<String> MAVENS_OWN =
            Set.of("--help", "--version", "--quiet", "--color", "--stacktrace", "--password-stdin");

    /** What no command has. */
    private static final Set<String> FOR_MAVEN = Set.of("skip", "output");

    @Test
    void everyCommandIsAGoal() {
        Map<String, String> goals = new TreeMap<>();
        Goals.read().forEach(goal -> goals.put(goal.name(), goal.description()));
        Map<String, String> commands = new TreeMap<>();
        AludelCommandLine.commands().subcommands().forEach((name, command) -> {
            if (!NO_GOALS.contains(name)) {
                commands.put(name, command.getCommandSpec().usageMessage().description()[0]);
            }
        });
        assertThat(goals).isEqualTo(commands);
    }

    @Test
    void everyOptionIsAParameterWithTheSameText() {
        for (Goals.Goal goal : Goals.read()) {
            Map<String, Goals.Parameter> expected = new TreeMap<>();
            CommandSpec command = command(goal);
            command.options().stream()
                    .filter(option -> !MAVENS_OWN.contains(option.longestName()))
                    .forEach(option -> put(expected, option));
            // the operand of init is what --directory names
            command.positionalParameters().stream()
                    .filter(operand -> !expected.containsKey(Spelling.field(operand)))
                    .forEach(operand -> put(expected, operand));
            Map<String, Goals.Parameter> actual = new TreeMap<>();
            goal.parameters().forEach(parameter -> actual.put(parameter.name(), parameter));
            assertThat(actual.keySet()).containsAll(FOR_MAVEN);
            actual.keySet().removeAll(FOR_MAVEN);
            assertThat(actual).as(goal.name()).isEqualTo(expected);
        }
    }

    @Test
    void everyParameterReachesItsOption() throws ReflectiveOperationException {
        for (Goals.Goal goal : Goals.read()) {
            AludelMojo mojo = mojo(goal);
            for (Goals.Parameter parameter : goal.parameters()) {
                set(mojo, parameter);
            }
            ParseResult parsed = parse(mojo);
            for (Goals.Parameter parameter : goal.parameters()) {
                if (!FOR_MAVEN.contains(parameter.name())) {
                    assertThat(found(parsed, parameter))
                            .as(goal.name() + " " + parameter)
                            .contains(sample(parameter));
                }
            }
        }
    }

    @Test
    void nothingGivenIsNothingSaid() throws ReflectiveOperationException {
        for (Goals.Goal goal : Goals.read()) {
            assertThat(mojo(goal).line().toArray()).containsExactly(goal.name());
        }
    }

    @Test
    void theFirstDirectoryIsTheOperandOfInit() throws ReflectiveOperationException {
        InitMojo mojo = new InitMojo();
        field(mojo.getClass(), "directory").set(mojo, List.of("db", "more"));
        assertThat(mojo.line().toArray()).startsWith("init", "db", "--directory=db");
    }

    private static void put(Map<String, Goals.Parameter> expected, ArgSpec spec) {
        String text = spec.description()[0].replace("${DEFAULT-VALUE}", String.valueOf(spec.defaultValue()));
        String name = Spelling.field(spec);
        expected.put(name, new Goals.Parameter(name, type(spec), text, Spelling.property(spec)));
    }

    private static String type(ArgSpec spec) {
        if (spec.isMultiValue()) {
            return "java.util.List";
        }
        if (spec.type() == boolean.class) {
            return "boolean";
        }
        return spec.type() == int.class ? "java.lang.Integer" : "java.lang.String";
    }

    private static CommandSpec command(Goals.Goal goal) {
        return AludelCommandLine.commands().subcommands().get(goal.name()).getCommandSpec();
    }

    private static AludelMojo mojo(Goals.Goal goal) throws ReflectiveOperationException {
        return (AludelMojo) Class.forName(goal.type()).getDeclaredConstructor().newInstance();
    }

    private static ParseResult parse(AludelMojo mojo) {
        CommandLine commandLine = AludelCommandLine.commands().commandLine();
        return commandLine.parseArgs(mojo.line().toArray()).subcommand();
    }

    private static void set(AludelMojo mojo, Goals.Parameter parameter) throws ReflectiveOperationException {
        List<String> sample = sample(parameter);
        Object value = switch (parameter.type()) {
            case "boolean" -> true;
            case "java.util.List" -> sample;
            case "java.lang.Integer" -> Integer.valueOf(sample.get(0));
            default -> sample.get(0);
        };
        field(mojo.getClass(), parameter.name()).set(mojo, value);
    }

    private static List<String> sample(Goals.Parameter parameter) {
        return switch (parameter.name()) {
            case "format" -> List.of("json");
            case "command" -> List.of("upgrade");
            case "limit" -> List.of("7");
            case "x" -> List.of("tenant=acme", "size=big");
            default ->
                switch (parameter.type()) {
                    case "boolean" -> List.of("true");
                    case "java.util.List" -> List.of(parameter.name() + " 1", parameter.name() + " 2");
                    default -> List.of(parameter.name());
                };
        };
    }

    private static List<List<String>> found(ParseResult parsed, Goals.Parameter parameter) {
        return parsed.commandSpec().args().stream()
                .filter(each -> Spelling.property(each).equals(parameter.property()))
                .map(ArgSpec::originalStringValues)
                .toList();
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type + "." + name);
    }
}

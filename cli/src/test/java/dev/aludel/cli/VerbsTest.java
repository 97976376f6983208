package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which commands a command line can mean. */
class VerbsTest {
    @Test
    void eachCommandHasTheNameThatItSays() {
        assertThat(AludelCommandLine.commands().subcommands()).hasSameSizeAs(Verbs.names());
        AludelCommandLine.commands()
                .subcommands()
                .forEach((name, command) ->
                        assertThat(command.getCommandSpec().name()).isEqualTo(name));
        assertThat(AludelCommandLine.commands().subcommands().keySet()).containsExactlyElementsOf(Verbs.names());
    }

    @Test
    void onlyTheNamedOnesAreRead() {
        assertThat(Verbs.named("--url", "x", "current")).containsExactly("current");
        assertThat(Verbs.named("revision", "-m", "upgrade")).containsExactly("revision", "upgrade");
    }

    @Test
    void allAreReadWhereNoneOrAllAreMeant() {
        assertThat(List.of(
                        Verbs.named(), Verbs.named("--help"), Verbs.named("completion", "bash"), Verbs.named("upgade")))
                .allMatch(Verbs.names()::equals);
    }
}

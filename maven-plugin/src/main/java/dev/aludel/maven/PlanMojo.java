package dev.aludel.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Tells what a run would do, with its SQL and locks; runs nothing. */
@Mojo(name = "plan", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class PlanMojo extends AludelMojo {
    /** upgrade, downgrade or stamp. */
    @Parameter(property = "aludel.command")
    private @Nullable String command;

    /** As that command takes it. */
    @Parameter(property = "aludel.target")
    private @Nullable List<String> target;

    /** Where the database is said to be (base: empty); no database is asked. */
    @Parameter(property = "aludel.from")
    private @Nullable List<String> from;

    @Override
    Words words() {
        return new Words("plan").options("--from", from).operand(command).operands(target);
    }
}

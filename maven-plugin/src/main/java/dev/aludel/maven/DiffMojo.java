package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Tells what turns one schema into another; changes nothing. */
@Mojo(name = "diff", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class DiffMojo extends AludelMojo {
    /** What is there. */
    @Parameter(property = "aludel.from")
    private @Nullable String from;

    /** What shall be there. */
    @Parameter(property = "aludel.to")
    private @Nullable String to;

    /** What turns Y into X. */
    @Parameter(property = "aludel.reverse")
    private boolean reverse;

    /** Print the statements, ready to be run. */
    @Parameter(property = "aludel.sql")
    private boolean sql;

    @Override
    Words words() {
        return new Words("diff")
                .option("--from", from)
                .option("--to", to)
                .flag("--reverse", reverse)
                .flag("--sql", sql);
    }
}

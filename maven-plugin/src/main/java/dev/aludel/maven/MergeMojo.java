package dev.aludel.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Joins branches with a revision that follows several. */
@Mojo(name = "merge", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class MergeMojo extends AludelMojo {
    /** heads, or at least two revisions. */
    @Parameter(property = "aludel.revision")
    private @Nullable List<String> revision;

    /** One line that says what is joined. */
    @Parameter(property = "aludel.message")
    private @Nullable String message;

    /** A name for the branch that begins here. */
    @Parameter(property = "aludel.branch-label")
    private @Nullable List<String> branchLabel;

    /** The directory for the new file; default: beside its first parent. */
    @Parameter(property = "aludel.version-path")
    private @Nullable String versionPath;

    /** Allow revisions that are not heads. */
    @Parameter(property = "aludel.splice")
    private boolean splice;

    /** The revision's id; default a random one. */
    @Parameter(property = "aludel.rev-id")
    private @Nullable String revId;

    @Override
    Words words() {
        return new Words("merge")
                .option("--message", message)
                .options("--branch-label", branchLabel)
                .option("--version-path", versionPath)
                .flag("--splice", splice)
                .option("--rev-id", revId)
                .operands(revision);
    }
}

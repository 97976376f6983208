package dev.aludel.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a new migration. */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RevisionMojo extends AludelMojo {
    /** One line that says what the migration is for. */
    @Parameter(property = "aludel.message")
    private @Nullable String message;

    /** Fill it with what brings the database to the models. */
    @Parameter(property = "aludel.autogenerate")
    private boolean autogenerate;

    /** What it follows; default head. base: a new root. */
    @Parameter(property = "aludel.head")
    private @Nullable List<String> head;

    /** Allow a HEAD that is not a head: a new branch begins there. */
    @Parameter(property = "aludel.splice")
    private boolean splice;

    /** A name for the branch that begins here. */
    @Parameter(property = "aludel.branch-label")
    private @Nullable List<String> branchLabel;

    /** A revision that must be applied before. */
    @Parameter(property = "aludel.depends-on")
    private @Nullable List<String> dependsOn;

    /** The revision's id; default a random one. */
    @Parameter(property = "aludel.rev-id")
    private @Nullable String revId;

    /** The directory for the new file; default: beside its parent. */
    @Parameter(property = "aludel.version-path")
    private @Nullable String versionPath;

    /** With --autogenerate: old:new for a table, table.old:new for a column, type.old:new for an enum value. */
    @Parameter(property = "aludel.rename")
    private @Nullable List<String> rename;

    /** With --autogenerate: what rows get in table.column, which must not be null. */
    @Parameter(property = "aludel.fill")
    private @Nullable List<String> fill;

    /** Write no new file: let this unapplied revision follow --head, default the other head. */
    @Parameter(property = "aludel.rebase")
    private @Nullable String rebase;

    /** With --autogenerate: print the SQL that it would run; write no file. */
    @Parameter(property = "aludel.sql")
    private boolean sql;

    @Override
    Words words() {
        return new Words("revision")
                .option("--message", message)
                .flag("--autogenerate", autogenerate)
                .options("--head", head)
                .flag("--splice", splice)
                .options("--branch-label", branchLabel)
                .options("--depends-on", dependsOn)
                .option("--rev-id", revId)
                .option("--version-path", versionPath)
                .options("--rename", rename)
                .options("--fill", fill)
                .option("--rebase", rebase)
                .flag("--sql", sql);
    }
}

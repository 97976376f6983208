package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What upgrade, downgrade and stamp have in common beside their targets. */
abstract class ScriptMojo extends AludelMojo {
    /** Write an SQL script to standard output instead; asks no database. */
    @Parameter(property = "aludel.sql")
    private boolean sql;

    /** Free text: in the head of the script; for migrations the argument 'tag'. */
    @Parameter(property = "aludel.tag")
    private @Nullable String tag;

    final Words scriptWords() {
        return new Words().flag("--sql", sql).option("--tag", tag);
    }
}

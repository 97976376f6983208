package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.runtime.OfflineScript;
import dev.aludel.script.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what a run would do as an SQL script: {@code upgrade --sql}, {@code downgrade --sql}, {@code stamp --sql}. */
public final class OfflineCommand {
    private final Environment environment;
    private final Optional<String> tag;

    /** {@code tag}: free text for the script's head and the log of the database. */
    public OfflineCommand(Environment environment, Optional<String> tag) {
        this.environment = environment;
        this.tag = tag;
    }

    /** {@code range}: a target, or {@code START:TARGET} where the database is said to be at START; else it is empty. */
    public String upgrade(String range) {
        OfflineRange ends = OfflineRange.parse(range);
        RevisionTarget target = RevisionTarget.parse(ends.target());
        Scripts scripts = scripts();
        return script(
                scripts,
                MultipleHeads.advise(
                        UpgradeCommand.SEVERAL_HEADS,
                        () -> scripts.graph().upgrade(from(ends, scripts.graph()), target)));
    }

    /**
     * {@code range}: {@code FROM:TO}.
     *
     * @throws AludelException (CFG-006) when only one end is given: what is applied cannot be guessed
     */
    public String downgrade(String range) {
        OfflineRange ends = OfflineRange.parse(range);
        if (ends.start().isEmpty()) {
            throw AludelException.of(
                            ErrorCode.USAGE,
                            "downgrade with --sql requires <fromrev>:<torev>; this is '" + range + "'.")
                    .state("No script was written.")
                    .remedy("Say where the database is: `aludel downgrade --sql head:" + range + "`.");
        }
        RevisionTarget target = RevisionTarget.parse(ends.target());
        Scripts scripts = scripts();
        return script(scripts, scripts.graph().downgrade(from(ends, scripts.graph()), target));
    }

    /** {@code targets}: what to stamp; the first may be {@code START:TARGET}. */
    public String stamp(List<String> targets, boolean purge) {
        List<String> plain = new ArrayList<>(targets);
        OfflineRange first = OfflineRange.parse(plain.get(0));
        plain.set(0, first.target());
        List<RevisionTarget> parsed = plain.stream().map(RevisionTarget::parse).toList();
        Scripts scripts = scripts();
        Heads from = purge ? Heads.empty() : from(first, scripts.graph());
        Plan plan = MultipleHeads.advise(
                StampCommand.SEVERAL_HEADS, () -> scripts.graph().stamp(from, parsed));
        OfflineScript script = writer(scripts);
        return purge ? script.renderPurging(plan, tag) : script.render(plan, tag);
    }

    private Scripts scripts() {
        environment.directory().requireDirectory();
        return environment.scripts().get();
    }

    private static Heads from(OfflineRange ends, RevisionGraph graph) {
        return PretendedHeads.of(graph, ends.start().stream().toList());
    }

    private String script(Scripts scripts, Plan plan) {
        return writer(scripts).render(plan, tag);
    }

    private OfflineScript writer(Scripts scripts) {
        return new OfflineScript(
                scripts,
                environment.database().dialect(),
                environment.tables(),
                environment.timeouts().run());
    }

    /** {@code START:TARGET}, or a target alone. */
    private record OfflineRange(Optional<String> start, String target) {

        static OfflineRange parse(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                return new OfflineRange(Optional.empty(), text);
            }
            String end = text.substring(colon + 1);
            return new OfflineRange(
                    Optional.of(text.substring(0, colon)).filter(start -> !start.isEmpty()),
                    end.isEmpty() ? "head" : end);
        }
    }
}

package dev.aludel.revision;

import dev.aludel.error.AludelException;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All revisions of a project and how they stand on one another; answers what a database lacks, what can be undone and
 * what a name means. Immutable.
 *
 * <p>The algorithm is a model of sets. A revision's parents are those that it follows ({@code down}) and those that it
 * depends on. The ancestors of a revision are itself and all that it reaches through parents. What is applied to a
 * database is the union of the ancestors of its heads; its heads are the applied revisions that no other applied
 * revision has as a parent. That holds after every step of every plan.
 *
 * <ul>
 *   <li><b>Upgrade to T</b> runs ancestors(T) minus applied, parents first.
 *   <li><b>Downgrade to T</b> undoes each applied revision that follows T, and all applied ones that stand on those,
 *       children first; T stays. {@code base} undoes everything. Depending on T is not following T. With
 *       {@code label@T}, and several revisions that follow T, only those on the way to the label count.
 *   <li><b>Relative targets</b> walk along {@code down} only, and refuse to choose at a fork.
 *   <li><b>Stamp T</b> runs nothing: T replaces the heads among its ancestors and descendants.
 * </ul>
 *
 * <p>When the graph is made, the revisions are sorted once: parents first, and of those that are free the oldest, then
 * the smallest id (Kahn's algorithm with a priority queue). From then on a revision is its position in this order, a set
 * is a bit set, closing a set over parents or children is one scan in one direction, and every plan runs in ascending
 * or descending positions. So all orders are the same on every machine, and planning is linear in revisions and edges.
 * The heads after each step are kept as changes and made when somebody looks ({@code RowTimeline}).
 */
public final class RevisionGraph {
    private final GraphIndex index;
    private final Symbols symbols;
    private final UpgradePlanner upgrades;
    private final DowngradePlanner downgrades;
    private final RevisionErrors errors;
    private volatile @Nullable BranchLabels labels;

    private RevisionGraph(GraphIndex index) {
        this.index = index;
        this.errors = new RevisionErrors(index);
        Walk walk = new Walk(index, errors);
        this.symbols = new Symbols(index, walk, errors);
        this.upgrades = new UpgradePlanner(index, symbols, walk, errors);
        this.downgrades = new DowngradePlanner(index, symbols, walk, errors);
    }

    /**
     * The graph of these revisions, in whatever order. Throws one {@link AludelException} that names all problems:
     * duplicate ids, missing parents, misused branch labels, cycles; its code is that of the first.
     */
    public static RevisionGraph of(Collection<Revision> revisions) {
        return of(revisions, Places.files());
    }

    /** The same; {@code places} says where each part of a declaration stands, and is asked only when one is wrong. */
    public static RevisionGraph of(Collection<Revision> revisions, Places places) {
        Declarations declarations = new Declarations(revisions);
        int[][] down = declarations.down();
        int[][] parents = declarations.parents(down);
        TopologicalOrder order = new TopologicalOrder(parents);
        GraphProblems problems = new GraphProblems(declarations, places, true);
        problems.addCycles(order.cycles());
        problems.throwIfAny();
        return new RevisionGraph(new GraphIndex(declarations, order.numbers, down, parents));
    }

    /**
     * Checks revisions of which some could not be read: what refers to a missing one may refer to one of those, and is no
     * problem here. Throws as {@link #of} does.
     */
    public static void checkIncomplete(Collection<Revision> revisions, Places places) {
        Declarations declarations = new Declarations(revisions);
        GraphProblems problems = new GraphProblems(declarations, places, false);
        problems.addCycles(new TopologicalOrder(declarations.parents(declarations.down())).cycles());
        problems.throwIfAny();
    }

    public boolean isEmpty() {
        return index.size() == 0;
    }

    /** All revisions, newest first: none comes after one that it stands on. */
    public List<Revision> revisions() {
        return index.newestFirst(index.all());
    }

    public Optional<Revision> find(RevisionId id) {
        return index.find(id).stream().mapToObj(index::at).findFirst();
    }

    /** The revision with exactly this id; throws when there is none. */
    public Revision require(RevisionId id) {
        return index.at(position(id));
    }

    /** The revisions that no other follows, newest first; what {@code head} means. */
    public List<Revision> heads() {
        return index.newestFirst(index.branchTips(index.all()));
    }

    /** The revisions that no other follows or depends on, newest first; what {@code heads} means. */
    public List<Revision> effectiveHeads() {
        return index.newestFirst(index.maximal(index.all()));
    }

    /** The revisions that follow no other, newest first. */
    public List<Revision> bases() {
        return index.newestFirst(where(position -> index.down(position).length == 0));
    }

    /** The revisions that several others follow, newest first. */
    public List<Revision> branchPoints() {
        return index.newestFirst(where(position -> index.children(position).length > 1));
    }

    /** What this revision stands on: the revisions that it follows or depends on, oldest first. */
    public List<RevisionId> parents(RevisionId id) {
        return IntStream.of(index.parents(position(id)))
                .mapToObj(parent -> index.at(parent).id())
                .toList();
    }

    /** The revisions that follow this one, oldest first. */
    public List<Revision> children(RevisionId id) {
        return IntStream.of(index.children(position(id))).mapToObj(index::at).toList();
    }

    public boolean isHead(RevisionId id) {
        return index.children(position(id)).length == 0;
    }

    /** Whether it is a head that another branch depends on: {@code heads} leaves it out, since the other head implies it. */
    public boolean isImpliedHead(RevisionId id) {
        return isHead(id) && index.dependants(position(id)).length > 0;
    }

    public boolean isBranchPoint(RevisionId id) {
        return index.children(position(id)).length > 1;
    }

    public boolean isMergePoint(RevisionId id) {
        return index.down(position(id)).length > 1;
    }

    /**
     * The names of the branches that a revision belongs to, sorted: a label names the revision that declares it, all that
     * follow that one, and those below it down to the next branch or merge point.
     */
    public List<String> labels(RevisionId id) {
        BranchLabels known = labels;
        if (known == null) {
            known = new BranchLabels(index);
            labels = known;
        }
        return known.of(position(id));
    }

    /**
     * The revisions that people mean by a symbol, newest first; none for {@code base}. {@code -N} and {@code label@-N} count
     * down from the heads of the files; other relative forms have no meaning here.
     */
    public List<Revision> resolve(String symbol, Heads current) {
        return index.newestFirst(symbols.findAll(List.of(RevisionTarget.parse(symbol)), current));
    }

    /** What to run so that the database has the target; throws when the database has revisions that the files lack. */
    public Plan upgrade(Heads current, RevisionTarget target) {
        return upgrades.plan(current, target);
    }

    /** What to undo so that the database stands at the target. */
    public Plan downgrade(Heads current, RevisionTarget target) {
        return downgrades.plan(current, target);
    }

    /** How to write down that the database stands at the targets, without running anything. */
    public Plan stamp(Heads current, List<RevisionTarget> targets) {
        return new StampPlanner(index, symbols, errors).plan(current, targets);
    }

    /** The revisions from {@code start} to {@code end}, both included, newest first; by default from base to heads. */
    public List<Revision> history(Optional<String> start, Optional<String> end, Heads current) {
        List<String> lower = start.stream().toList();
        return iterate(new RevisionRange(List.of(end.orElse("heads")), lower, true, false, Direction.UPGRADE), current);
    }

    /** The revisions of a range, newest first. */
    public List<Revision> iterate(RevisionRange range, Heads current) {
        return index.newestFirst(
                new RangeSelector(index, symbols, upgrades, downgrades, errors).select(range, current));
    }

    /** What a new revision stands on; throws when a head is ambiguous, or is no head and {@code splice} is not asked for. */
    public Parents planRevision(List<String> heads, boolean splice, List<String> dependsOn, Heads current) {
        return new ParentsPlanner(index, symbols, errors)
                .plan(heads.stream().map(RevisionTarget::parse).toList(), splice, dependsOn, current);
    }

    /** What a merge of these revisions stands on; {@code heads} stands for all of them. */
    public Parents planMerge(List<String> revisions, boolean splice, Heads current) {
        return planRevision(revisions, splice, List.of(), current);
    }

    /** All revisions applied to a database with these heads, parents first. */
    public Set<RevisionId> applied(Heads heads) {
        Set<RevisionId> applied = new LinkedHashSet<>();
        index.ancestors(symbols.positions(heads)).stream().forEach(position -> applied.add(index.idAt(position)));
        return applied;
    }

    /**
     * The applied revisions in which branches end now, newest first: the heads, and those heads of branches that are
     * implied because another branch depends on them.
     */
    public List<Revision> current(Heads heads) {
        return index.newestFirst(index.branchTips(index.ancestors(symbols.positions(heads))));
    }

    /** The heads of a database to which these revisions are applied; ids that the graph lacks stay, at the end. */
    public Heads maximal(Collection<RevisionId> applied) {
        BitSet known = new BitSet();
        Set<RevisionId> unknown = new TreeSet<>();
        for (RevisionId id : applied) {
            index.find(id).ifPresentOrElse(known::set, () -> unknown.add(id));
        }
        BitSet top = (BitSet) known.clone();
        known.stream().forEach(member -> IntStream.of(index.parents(member)).forEach(top::clear));
        return Heads.of(
                Stream.concat(index.idsOf(top).stream(), unknown.stream()).toList());
    }

    /** What to say of a database that has revisions which the files do not have: they are newer, or were squashed. */
    public AludelException ahead(List<RevisionId> unknown) {
        return errors.databaseAhead(unknown);
    }

    /** The heads that the files do not have. */
    public List<RevisionId> unknown(Heads heads) {
        return symbols.unknown(heads);
    }

    private int position(RevisionId id) {
        return index.find(id).orElseThrow(() -> errors.unknown(id.value()));
    }

    private BitSet where(IntPredicate condition) {
        return GraphIndex.setOf(IntStream.range(0, index.size()).filter(condition));
    }
}

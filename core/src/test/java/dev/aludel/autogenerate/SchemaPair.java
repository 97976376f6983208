package dev.aludel.autogenerate;

import dev.aludel.schema.Schema;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Two random schemas for one database, the way between which is to be found.
 *
 * @param fromModel whether the second is compared as a model without names, rather than as what a database makes of it
 */
record SchemaPair(Schema before, Schema after, boolean fromModel) {

    static Arbitrary<SchemaPair> of(Palette palette) {
        return Arbitraries.fromGenerator(random -> new Shrinking(draw(palette, random)));
    }

    private static SchemaPair draw(Palette palette, Random random) {
        return new SchemaPair(
                RandomSchema.of(palette, random), RandomSchema.of(palette, random), random.nextInt(4) == 0);
    }

    /** The message of a failure says it as SQL. */
    @Override
    public String toString() {
        return before.tables().size() + " and " + after.tables().size() + " tables";
    }

    /** Pairs in which one thing less is said. */
    private Stream<SchemaPair> smaller() {
        Stream<SchemaPair> both = SmallerSchema.cuts(before)
                .filter(cut -> !cut.apply(after).equals(after))
                .map(cut -> new SchemaPair(cut.apply(before), cut.apply(after), fromModel));
        Stream<SchemaPair> one =
                SmallerSchema.cuts(before).map(cut -> new SchemaPair(cut.apply(before), after, fromModel));
        Stream<SchemaPair> other =
                SmallerSchema.cuts(after).map(cut -> new SchemaPair(before, cut.apply(after), fromModel));
        Stream<SchemaPair> plain = fromModel ? Stream.of(new SchemaPair(before, after, false)) : Stream.empty();
        return Stream.of(plain, both, one, other).flatMap(each -> each);
    }

    private record Shrinking(SchemaPair value) implements Shrinkable<SchemaPair> {

        @Override
        public Stream<Shrinkable<SchemaPair>> shrink() {
            return value.smaller().map(Shrinking::new);
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of(
                    value.before.toString().length() + value.after.toString().length() + (value.fromModel ? 1 : 0));
        }
    }
}

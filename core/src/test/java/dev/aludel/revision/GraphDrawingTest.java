package dev.aludel.revision;

import static dev.aludel.revision.GraphText.graph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GraphDrawingTest {
    private static String drawn(RevisionGraph graph) {
        return drawn(graph.revisions());
    }

    private static String drawn(List<Revision> revisions) {
        return GraphDrawing.of(revisions).stream()
                .map(row -> row.graph()
                        + row.revision().map(revision -> " " + revision.id()).orElse(""))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void aLineNeedsNoDrawing() {
        assertThat(drawn(graph("a <- b <- c"))).isEqualTo("\n");
    }

    @Test
    void aHundredHeadsAreNotDrawn() {
        String[] heads = new String[100];
        Arrays.setAll(heads, number -> "a <- b" + number);
        assertThat(drawn(graph(heads))).isEqualTo("\n");
    }

    @Test
    void twoHeads() {
        RevisionGraph graph = graph("a <- b", "a <- c");
        assertThat(drawn(graph)).isEqualTo("""
                * c
                | * b
                |/
                * a
                """);
    }

    @Test
    void aMerge() {
        assertThat(drawn(graph("a <- b <- d", "a <- c", "c,d <- e"))).isEqualTo("""
                * e
                |\\
                * | c
                | * d
                | * b
                |/
                * a
                """);
    }

    @Test
    void twoTreesAndAMergeOfThree() {
        assertThat(drawn(graph("a <- b", "a <- c", "a <- d", "b,c,d <- e", "x <- y")))
                .isEqualTo("""
                * y
                * x
                * e
                |\\
                |_|\\
                | | * d
                | * | c
                * | | b
                |_|/
                |/
                * a
                """);
    }

    @Test
    void thirtyRevisionsWithCrossingBranches() {
        assertThat(drawn(graph(
                        "a00 <- a01 <- a02 <- a03 <- a04 <- a05",
                        "a02 <- b03 <- b04 <- b05 <- b06",
                        "a04 <- c05 <- c06",
                        "b04,a05 <- m07 <- m08",
                        "c06,m08 <- n09 <- n10",
                        "b06 <- d07 <- d08 <- d09",
                        "d07 <- e08",
                        "d09,e08,n10 <- z11 <- z12",
                        "s00 <- s01 <- s02",
                        "s01 <- t02 <- t03",
                        "t03,s02 <- u04")))
                .isEqualTo("""
                        * u04
                        |\\
                        * | t03
                        * | t02
                        | * s02
                        |/
                        * s01
                        * s00
                        * z12
                        * z11
                        |\\
                        |_|\\
                        | * | e08
                        * | | d09
                        * | | d08
                        |/  |
                        *   | d07
                        |   * n10
                        |   * n09
                        |  /|
                        | * | m08
                        | * | m07
                        | |_|\\
                        | | * | c06
                        | | * | c05
                        * | | | b06
                        * | | | b05
                        |/  | |
                        *   | | b04
                        *   | | b03
                        |   | * a05
                        |   |/
                        |   * a04
                        |   * a03
                        |__/
                        * a02
                        * a01
                        * a00
                        """);
    }

    @Test
    void whatIsBelowTheRangeIsNotDrawn() {
        RevisionGraph graph = graph("a <- b <- c", "b <- d", "b <- e");
        assertThat(drawn(graph.revisions().subList(0, 4))).isEqualTo("""
                * e
                | * d
                | | * c
                |_|/
                |/
                * b
                """);
    }
}

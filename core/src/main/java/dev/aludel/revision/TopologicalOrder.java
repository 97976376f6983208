package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** Puts numbered nodes in an order where every node comes after its parents; of free nodes, the smallest number first. */
final class TopologicalOrder {
    /** The numbers in order; those on or above a cycle are missing. */
    final int[] numbers;

    private final int[][] parents;
    private final int[] waitingFor;

    TopologicalOrder(int[][] parents) {
        this.parents = parents;
        this.waitingFor = Arrays.stream(parents).mapToInt(each -> each.length).toArray();
        this.numbers = sort(childrenOf(parents));
    }

    private int[] sort(int[][] children) {
        PriorityQueue<Integer> free = new PriorityQueue<>();
        for (int number = 0; number < parents.length; number++) {
            if (waitingFor[number] == 0) {
                free.add(number);
            }
        }
        int[] sorted = new int[parents.length];
        int count = 0;
        while (!free.isEmpty()) {
            int next = free.remove();
            sorted[count++] = next;
            for (int child : children[next]) {
                if (--waitingFor[child] == 0) {
                    free.add(child);
                }
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** The reverse of {@code parents}, each list ascending. */
    static int[][] childrenOf(int[][] parents) {
        int[] counts = new int[parents.length];
        for (int[] each : parents) {
            for (int parent : each) {
                counts[parent]++;
            }
        }
        int[][] children = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int child = parents.length - 1; child >= 0; child--) {
            for (int parent : parents[child]) {
                children[parent][--counts[parent]] = child;
            }
        }
        return children;
    }

    /** The cycles, each as a path from child to parent that does not repeat its first node; disjoint from one another. */
    List<int[]> cycles() {
        List<int[]> cycles = new ArrayList<>();
        int[] pathOf = new int[parents.length];
        for (int start = 0; start < parents.length; start++) {
            if (waitingFor[start] > 0 && pathOf[start] == 0) {
                walk(start, start + 1, pathOf, cycles);
            }
        }
        return cycles;
    }

    /** Every node that is left has a parent that is left, so the walk ends on a node that some path has visited. */
    private void walk(int start, int path, int[] pathOf, List<int[]> cycles) {
        List<Integer> visited = new ArrayList<>();
        int node = start;
        while (pathOf[node] == 0) {
            pathOf[node] = path;
            visited.add(node);
            node = Arrays.stream(parents[node])
                    .filter(parent -> waitingFor[parent] > 0)
                    .findFirst()
                    .orElseThrow();
        }
        if (pathOf[node] == path) {
            cycles.add(visited.subList(visited.indexOf(node), visited.size()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray());
        }
    }
}

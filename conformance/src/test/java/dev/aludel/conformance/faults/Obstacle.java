package dev.aludel.conformance.faults;

import java.sql.SQLException;
import java.util.List;

/**
 * Something that a server does not let a user do.
 *
 * @param stage how far the database is when the user meets it
 * @param name for people
 * @param obstruct what an administrator sends before
 * @param clear and after
 */
record Obstacle(Stage stage, String name, List<String> obstruct, List<String> clear) {
    /** Where a run begins, and where it shall go. */
    enum Stage {
        EMPTY("upgrade"),
        BEGUN("upgrade"),
        FULL("downgrade");

        final String direction;

        Stage(String direction) {
            this.direction = direction;
        }

        void prepare(String url) {
            if (this == BEGUN) {
                Shop.aludel(url).upgrade("aa11");
            } else if (this == FULL) {
                Shop.run(url, "upgrade");
            }
        }
    }

    static Obstacle of(Stage stage, String obstruct, String clear) {
        return new Obstacle(stage, obstruct, List.of(obstruct), List.of(clear));
    }

    void stand(String administrator, String user) throws SQLException {
        send(administrator, user, obstruct);
    }

    void go(String administrator, String user) throws SQLException {
        send(administrator, user, clear);
    }

    private static void send(String administrator, String user, List<String> texts) throws SQLException {
        Shop.execute(
                administrator,
                texts.stream().map(text -> text.replace("CLERK", user)).toArray(String[]::new));
    }
}

package dev.aludel.packaged.versions;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;
import java.sql.PreparedStatement;

/** Fill emails. */
@Revision(id = "c3", down = "b2", created = "2026-01-03T00:00:00Z")
public final class M20260103_0000_c3_fill_emails implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("INSERT INTO author (name) VALUES ('A;B')");
        op.run("fill emails", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("UPDATE author SET email = name || ? WHERE email IS NULL")) {
                statement.setString(1, "@example.com");
                statement.executeUpdate();
            }
        });
        op.alterColumn("author", "email").notNull();
    }

    @Override
    public void downgrade(Operations op) {
        op.alterColumn("author", "email").nullable();
    }
}

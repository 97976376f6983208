package dev.aludel.script;

import dev.aludel.migration.RecordedOperation;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RunJava;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A digest over recorded operations, so that white space and formatting of a file do not count. What an operation does not
 * say is left out, so that a later Aludel, which can say more, gets the same digest for the same file.
 */
final class Checksum {
    private static final Pattern UNSAID =
            Pattern.compile("\\b\\w+=(?:Optional(?:Int|Long)?\\.empty|\\{\\}|\\[]|false)(?:, )?");

    private Checksum() {}

    static String of(List<RecordedOperation> upgrade, List<RecordedOperation> downgrade) {
        MessageDigest digest = sha256();
        update(digest, "upgrade", upgrade);
        update(digest, "downgrade", downgrade);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String direction, List<RecordedOperation> operations) {
        digest.update(direction.getBytes(StandardCharsets.UTF_8));
        for (RecordedOperation recorded : operations) {
            digest.update((byte) 0);
            digest.update(text(recorded.operation()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(Operation operation) {
        if (operation instanceof ExecuteSql execute) {
            return "sql " + execute.sql().strip().replaceAll("\\s+", " ");
        }
        if (operation instanceof RunJava run) {
            return "run " + run.description();
        }
        return UNSAID.matcher(operation.toString()).replaceAll("");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

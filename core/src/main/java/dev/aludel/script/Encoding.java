package dev.aludel.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds where a file stops being UTF-8. */
final class Encoding {
    private Encoding() {}

    static int lineOfFirstError(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            CharBuffer text = CharBuffer.allocate(bytes.length + 1);
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes), text, true);
            return 1 + (int) text.flip().chars().filter(c -> c == '\n').count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

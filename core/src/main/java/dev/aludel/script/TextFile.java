package dev.aludel.script;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads files that must be UTF-8, and says of those that are not where they stop being it. */
final class TextFile {
    /** What stands for bytes that are no text, where it is not in the text itself. */
    private static final char REPLACEMENT = '\uFFFD';

    private TextFile() {}

    /**
     * The text, without a byte order mark.
     *
     * @param what the kind of file, for the message: {@code migration}
     * @param shown its name for people
     * @throws AludelException (SCR-003) where it cannot be read or is not UTF-8
     */
    static String read(Path path, String what, String shown) {
        try {
            return decode(Files.readAllBytes(path));
        } catch (CharacterCodingException wrong) {
            throw AludelException.of(
                            ErrorCode.UNREADABLE_FILE, "The " + what + " " + shown + " is not UTF-8 text.", wrong)
                    .at(shown + ":" + lineOfFirstError(path))
                    .state("Nothing was run; the database is as it was.")
                    .remedy("Save the file as UTF-8.");
        } catch (IOException failure) {
            throw AludelException.of(
                            ErrorCode.UNREADABLE_FILE,
                            "The " + what + " " + shown + " cannot be read: " + reason(failure) + ".",
                            failure)
                    .at(path.toAbsolutePath().toString())
                    .remedy("Give this user the right to read it.");
        }
    }

    /**
     * The text of these bytes, without a byte order mark.
     *
     * @throws CharacterCodingException where they are not UTF-8
     */
    static String decode(byte[] bytes) throws CharacterCodingException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What went wrong with a file, in people's words. */
    static String reason(IOException failure) {
        String message = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason().toLowerCase(Locale.ROOT)
                : String.valueOf(failure.getMessage());
        return switch (failure.getClass().getSimpleName()) {
            case "AccessDeniedException" -> "access denied";
            case "NoSuchFileException" -> "there is no such directory";
            case "FileAlreadyExistsException" -> "a file stands where a directory must be";
            default -> message;
        };
    }

    private static int lineOfFirstError(Path path) {
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

package dev.aludel.config;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.Map;
import java.util.Optional;

/**
 * One setting of a file.
 *
 * @param property as the file spells it, with the name of its environment
 * @param text stripped, not empty, placeholders not yet replaced
 * @param place file and line
 */
record Setting(String property, String text, String place) {

    boolean hasPlaceholders() {
        return text.contains("${");
    }

    /**
     * The value as the option reads it.
     *
     * @throws AludelException when the text is not legal or a placeholder has no value
     */
    <T> T value(Option<T> option, Map<String, String> variables) {
        try {
            Placeholders placeholders = new Placeholders(name -> Optional.ofNullable(variables.get(name)));
            return option.parser().apply(placeholders.resolve(text));
        } catch (Placeholders.UnresolvedException unresolved) {
            throw unresolved.toError(ErrorCode.INVALID_VALUE, property, place);
        } catch (IllegalArgumentException wrong) {
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE,
                            "'" + JdbcUrls.redact(text) + "' is not a legal value of '" + property + "'.")
                    .at(place)
                    .remedy("Write " + option.form() + ", or remove the line.");
        }
    }
}

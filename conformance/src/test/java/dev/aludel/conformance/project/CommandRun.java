package dev.aludel.conformance.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What one call of the command line did.
 *
 * @param command the arguments, for messages
 * @param exitCode as the process would end
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(String command, int exitCode, String out, String err) {

    /** Fails with everything that was printed unless the command ended with this code. */
    public CommandRun exits(int code) {
        assertThat(exitCode).as("exit code of `%s`", this).isEqualTo(code);
        return this;
    }

    /** Fails unless standard output has each of these texts. */
    public CommandRun prints(String... texts) {
        assertThat(out).as("standard output of `%s`", this).contains(texts);
        return this;
    }

    /** Fails unless standard error has each of these texts. */
    public CommandRun warns(String... texts) {
        assertThat(err).as("standard error of `%s`", this).contains(texts);
        return this;
    }

    /** Standard output as the one JSON document that it must be. */
    public JsonNode json() {
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(out);
        } catch (JsonProcessingException failure) {
            throw new AssertionError("`" + this + "` printed no JSON document", failure);
        }
    }

    @Override
    public String toString() {
        return "aludel " + command + "` = " + exitCode + "\n" + out + err + "`";
    }
}

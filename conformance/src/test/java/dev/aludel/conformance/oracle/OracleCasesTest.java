package dev.aludel.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds the revision graph against answers that the field's reference implementation gave.
 *
 * <p>{@code -Daludel.oracle=FILE} names the case file, one JSON object a line. Without it, the file is looked for beside the
 * repository, and the test is aborted where there is none.
 */
class OracleCasesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path DEFAULT =
            ROOT.resolve("../shared/oracle/cases.jsonl").normalize();

    @Test
    void everyCaseHasTheExpectedAnswer() throws IOException {
        List<String> lines = Files.readAllLines(caseFile());
        ObjectMapper mapper = new ObjectMapper();
        List<String> failures = new ArrayList<>();
        List<String> deviations = new ArrayList<>();
        for (String line : lines) {
            OracleCase oracleCase = new OracleCase(mapper.readTree(line));
            try {
                new OracleCheck(oracleCase).run();
            } catch (RuntimeException | AssertionError wrong) {
                Deviation.explaining(oracleCase)
                        .ifPresentOrElse(
                                deviation ->
                                        deviations.add("DEVIATES " + question(oracleCase) + ": " + deviation.reason),
                                () -> failures.add("FAILED " + question(oracleCase) + ": " + wrong));
            }
        }
        deviations.forEach(System.out::println);
        failures.forEach(System.out::println);
        System.out.println(lines.size() + " oracle cases ran; " + deviations.size()
                + " answers differ from the file on purpose and are as documented");
        System.out.println((lines.size() - failures.size()) + " passed, " + failures.size() + " failed");
        assertThat(lines).as("cases in the file").isNotEmpty();
        assertThat(failures).isEmpty();
    }

    private static String question(OracleCase oracleCase) {
        return oracleCase.name() + " (" + oracleCase.command() + " "
                + oracleCase.json().path("target") + " at " + oracleCase.json().path("current") + ")";
    }

    private static Path caseFile() {
        String given = System.getProperty("aludel.oracle", "");
        Path file = given.isEmpty() ? DEFAULT : ROOT.resolve(given);
        if (Files.isRegularFile(file)) {
            return file;
        }
        if (!given.isEmpty()) {
            fail("No case file at " + file + ", as given by -Daludel.oracle");
        }
        System.out.println(
                "OracleCasesTest: no case file at " + file + "; nothing was checked. Use -Daludel.oracle=FILE.");
        return abort("no case file at " + file);
    }
}

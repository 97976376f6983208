package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.revision.RevisionId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    private static final RevisionId ID = RevisionId.of("3f1a2b7c9d01");
    private static final Instant CREATED = Instant.parse("2026-03-01T10:22:41Z");
    private static final String TEMPLATE = "M%{year}%{month}%{day}_%{hour}%{minute}_%{rev}_%{slug}";

    @Test
    void fillsTheTemplate() {
        FileNames names = new FileNames(TEMPLATE, ZoneOffset.UTC, 40);

        assertThat(names.format(ID, "Add email field to Author", CREATED))
                .isEqualTo("M20260301_1022_3f1a2b7c9d01_add_email_field_to_author");
    }

    @Test
    void timesAreInTheChosenZone() {
        FileNames names = new FileNames("%{hour}_%{epoch}", ZoneId.of("Europe/Prague"), 40);

        assertThat(names.format(ID, "", CREATED)).isEqualTo("11_" + CREATED.getEpochSecond());
    }

    @Test
    void slugsAreCutBetweenWordsAndHoldOnlyPlainLetters() {
        FileNames names = new FileNames(TEMPLATE, ZoneOffset.UTC, 12);

        assertThat(names.slug("Add email field to Author")).isEqualTo("add_email");
        assertThat(names.slug("../../etc/passwd; DROP \"x\"")).isEqualTo("etc_passwd");
        assertThat(names.slug("Überschrift")).isEqualTo("berschrift");
        assertThat(names.slug("averyveryverylongword")).isEqualTo("averyveryver");
    }

    @Test
    void anEmptyMessageLeavesNoTrailingUnderscore() {
        assertThat(new FileNames(TEMPLATE, ZoneOffset.UTC, 40).format(ID, "…", CREATED))
                .isEqualTo("M20260301_1022_3f1a2b7c9d01");
    }
}

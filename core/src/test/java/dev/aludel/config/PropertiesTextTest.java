package dev.aludel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PropertiesTextTest {

    /** Whatever the text, it means what {@link Properties} says that it means. */
    @Property
    void readsWhatTheJdkReads(@ForAll("texts") String text) throws IOException {
        Properties expected = new Properties();
        expected.load(new StringReader(text));

        Map<String, String> read = new HashMap<>();
        PropertiesText.parse(text).forEach(entry -> read.put(entry.key(), entry.value()));

        assertThat(read).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab=: #!\\\n\r\t\f").ofMaxLength(30);
    }
}

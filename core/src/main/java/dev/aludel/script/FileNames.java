package dev.aludel.script;

import dev.aludel.revision.RevisionId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes file names from a template with the tokens {@code %{rev} %{slug} %{year} %{month} %{day} %{hour} %{minute}
 * %{second} %{epoch}}, so that names sort by time.
 *
 * @param template without extension; what stands before a slash is a folder
 * @param zone the clock that people read
 * @param slugLength at most so many characters of the message, cut between words
 */
public record FileNames(String template, ZoneId zone, int slugLength) {
    private static final Pattern TOKEN = Pattern.compile("%\\{(\\w+)}");

    /** The name as a Java class can bear it: {@code M} stands in front where it does not begin with a letter. */
    public String formatClass(RevisionId id, String message, Instant created) {
        String path = format(id, message, created).replace('-', '_');
        String name = path.substring(path.lastIndexOf('/') + 1);
        String folders = path.substring(0, path.length() - name.length());
        return folders + (name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "M" + name : name);
    }

    /** The name without extension. */
    public String format(RevisionId id, String message, Instant created) {
        ZonedDateTime time = created.atZone(zone);
        Map<String, String> values = Map.of(
                "rev", id.value(),
                "slug", slug(message),
                "year", time.format(DateTimeFormatter.ofPattern("yyyy", Locale.ROOT)),
                "month", time.format(DateTimeFormatter.ofPattern("MM", Locale.ROOT)),
                "day", time.format(DateTimeFormatter.ofPattern("dd", Locale.ROOT)),
                "hour", time.format(DateTimeFormatter.ofPattern("HH", Locale.ROOT)),
                "minute", time.format(DateTimeFormatter.ofPattern("mm", Locale.ROOT)),
                "second", time.format(DateTimeFormatter.ofPattern("ss", Locale.ROOT)),
                "epoch", Long.toString(created.getEpochSecond()));
        String name = TOKEN.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
        return name.replaceAll("[^\\p{Alnum}_/-]+", "_").replaceAll("_+$", "");
    }

    /** Whether new files go into folders inside their directory. */
    public boolean hasFolders() {
        return template.indexOf('/') >= 0;
    }

    /** Words in lower case joined by {@code _}; what is no ASCII letter or digit separates. */
    String slug(String message) {
        String words =
                message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (words.length() <= slugLength) {
            return words;
        }
        int cut = words.lastIndexOf('_', slugLength);
        return words.substring(0, cut > 0 ? cut : slugLength);
    }
}

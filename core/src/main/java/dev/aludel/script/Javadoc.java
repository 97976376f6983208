package dev.aludel.script;

import java.util.stream.Collectors;

/** Takes the message of a migration out of its Javadoc comment. */
final class Javadoc {
    private Javadoc() {}

    /** The first sentence without its full stop; empty when there is none. */
    static String firstSentence(String comment) {
        String text = comment.lines()
                .map(String::strip)
                .map(line -> line.replaceFirst("^/\\*\\*|^\\*(?!/)", "")
                        .replaceFirst("\\*/$", "")
                        .strip())
                .takeWhile(line -> !line.startsWith("@"))
                .collect(Collectors.joining(" "))
                .strip();
        String sentence = text.split("(?<=\\.)\\s|<p>", 2)[0].strip();
        String plain = sentence.endsWith(".") && !sentence.endsWith("..")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
        return unescape(plain);
    }

    private static String unescape(String text) {
        return text.replace("&#42;", "*")
                .replace("&#47;", "/")
                .replace("&#64;", "@")
                .replace("&#92;", "\\")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}

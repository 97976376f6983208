package dev.aludel.config;

import java.util.regex.Pattern;

/** Makes a JDBC URL fit to be shown. */
public final class JdbcUrls {
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)([?&;,(]\\s*[\\w.-]*(?:password|passwd|pwd|passphrase|secret|token)[\\w.-]*\\s*=)(\\{[^}]*}|[^&;,)\\s]*)");
    private static final Pattern AUTHORITY = Pattern.compile("(//|[,@])([^:/?@,\\s]*):([^/?\\s]*)@");
    private static final Pattern ORACLE = Pattern.compile("(?i)^(jdbc:oracle:\\w+:[^/@]*)/[^@]*@");

    private JdbcUrls() {}

    /** The URL with every password replaced by {@code ***}: parameters, {@code user:password@host}, Oracle's form. */
    public static String redact(String url) {
        String result = PARAMETER.matcher(url).replaceAll("$1***");
        result = AUTHORITY.matcher(result).replaceAll("$1$2:***@");
        return ORACLE.matcher(result).replaceAll("$1/***@");
    }
}

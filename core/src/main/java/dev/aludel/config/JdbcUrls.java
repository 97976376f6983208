package dev.aludel.config;

import java.util.regex.Pattern;

/** Makes a JDBC URL fit to be shown. */
public final class JdbcUrls {
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)((?:^|[?&;,(])\\s*[\\w.-]*(?:word|passwd|pwd|passphrase|secret|token)[\\w.-]*\\s*=)(\\{[^}]*}|[^&;]*)");
    private static final Pattern AUTHORITY = Pattern.compile("(//|[,@])([^:/?@,\\s]*):(?!\\d+(?:[/?,]|$))([^?]*)@");
    private static final Pattern ORACLE = Pattern.compile("(?i)^(jdbc:oracle:\\w+:[^/@]*)/[^@]*@");

    private JdbcUrls() {}

    /** Whether a user and a password stand in front of a host. */
    public static boolean hasUserInfo(String url) {
        return AUTHORITY.matcher(url).find();
    }

    /** The URL with every password replaced by {@code ***}: parameters, {@code user:password@host}, Oracle's form. */
    public static String redact(String url) {
        String result = PARAMETER.matcher(url).replaceAll("$1***");
        result = AUTHORITY.matcher(result).replaceAll("$1$2:***@");
        return ORACLE.matcher(result).replaceAll("$1/***@");
    }
}

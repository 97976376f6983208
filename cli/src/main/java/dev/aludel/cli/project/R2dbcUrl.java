package dev.aludel.cli.project;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a reactive driver, as the JDBC driver of the same database reads it.
 *
 * @param jdbc without user and password
 * @param user that the reactive URL holds
 * @param password that the reactive URL holds
 */
record R2dbcUrl(String jdbc, Optional<String> user, Optional<String> password) {
    private static final Pattern URL =
            Pattern.compile("r2dbcs?:(?:pool:)?(\\w+):(\\w+:)?//(?:([^:@/]*)(?::([^@/]*))?@)?([^?]*)(?:\\?(.*))?");
    private static final Map<String, String> PRODUCTS = Map.of("postgres", "postgresql", "mssql", "sqlserver");
    private static final Map<String, String> OPTIONS =
            Map.of("sslMode", "sslmode", "schema", "currentSchema", "applicationName", "ApplicationName");

    /** Empty for what is no such URL. */
    static Optional<R2dbcUrl> parse(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            return Optional.empty();
        }
        String product = PRODUCTS.getOrDefault(url.group(1), url.group(1));
        // H2's names of databases have no authority: r2dbc:h2:mem:///shop
        String protocol = url.group(2) == null ? "//" : url.group(2);
        String address = url.group(2) == null ? url.group(5) : url.group(5).replaceFirst("^/+", "");
        return Optional.of(new R2dbcUrl(
                "jdbc:" + product + ":" + protocol + address + options(url.group(6)),
                Optional.ofNullable(url.group(3)).map(R2dbcUrl::decode),
                Optional.ofNullable(url.group(4)).map(R2dbcUrl::decode)));
    }

    /** What both drivers know goes along; the rest is the reactive driver's own business. */
    private static String options(@Nullable String query) {
        if (query == null) {
            return "";
        }
        String known = Arrays.stream(query.split("&", -1))
                .map(option -> option.split("=", 2))
                .filter(option -> option.length == 2 && OPTIONS.containsKey(option[0]))
                .map(option -> OPTIONS.get(option[0]) + "=" + option[1])
                .collect(Collectors.joining("&"));
        return known.isEmpty() ? "" : "?" + known;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

package dev.aludel.dialect;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the dialect of a database. */
public final class Dialects {
    private Dialects() {}

    /**
     * The dialect for a JDBC URL.
     *
     * @throws AludelException (DBS-004) naming the databases that are supported
     */
    public static Dialect forUrl(String jdbcUrl) {
        return all().stream()
                .filter(dialect -> jdbcUrl.startsWith(dialect.urlPrefix()))
                .findFirst()
                .orElseThrow(() -> unsupported("the URL " + scheme(jdbcUrl)));
    }

    /**
     * The dialect for a product name as JDBC metadata reports it, in any case.
     *
     * @throws AludelException (DBS-004) naming the databases that are supported
     */
    public static Dialect forProduct(String product) {
        return findForProduct(product).orElseThrow(() -> unsupported("the database '" + product + "'"));
    }

    private static Optional<Dialect> findForProduct(String product) {
        return all().stream()
                .filter(dialect -> dialect.name().equalsIgnoreCase(product.strip()))
                .findFirst();
    }

    /** All dialects that are installed, by name. */
    public static List<Dialect> all() {
        return ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Dialect::name))
                .toList();
    }

    /** Only the head of the URL: the rest may hold a password. */
    private static String scheme(String jdbcUrl) {
        return jdbcUrl.matches("(?s)jdbc:\\w+:.*")
                ? "'" + jdbcUrl.substring(0, jdbcUrl.indexOf(':', "jdbc:".length()) + 1) + "…'"
                : "that was given, which does not begin with 'jdbc:'";
    }

    private static AludelException unsupported(String what) {
        String supported = all().stream()
                .map(dialect -> dialect.name() + " (" + dialect.urlPrefix().toLowerCase(Locale.ROOT) + "…)")
                .collect(Collectors.joining(", "));
        return AludelException.of(ErrorCode.UNSUPPORTED_DATABASE, "Aludel has no dialect for " + what + ".")
                .with("has", supported)
                .state("Nothing was run.")
                .remedy("Check the URL for a typing error, or use one of the databases above.");
    }
}

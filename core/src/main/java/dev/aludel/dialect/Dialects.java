package dev.aludel.dialect;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;

/** Finds the dialect for a URL; the one place that knows all of them. */
public final class Dialects {
    private Dialects() {}

    /**
     * The dialect for a JDBC URL.
     *
     * @throws AludelException (DBS-004) naming what is supported
     */
    public static Dialect forUrl(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new PostgresDialect();
        }
        String scheme = url.replaceFirst("^(jdbc:[A-Za-z0-9]+:)?.*$", "$1");
        throw AludelException.of(
                        ErrorCode.UNSUPPORTED_DATABASE,
                        "There is no dialect for the database of this URL: "
                                + (scheme.isEmpty() ? "not a JDBC URL" : scheme))
                .with("known", "jdbc:postgresql:")
                .remedy("Use a URL that begins with one of these.");
    }

    /**
     * The dialect for a product as JDBC metadata names it.
     *
     * @throws AludelException (DBS-004) naming what is supported
     */
    public static Dialect forProduct(String product) {
        if (product.equalsIgnoreCase("PostgreSQL")) {
            return new PostgresDialect();
        }
        throw AludelException.of(ErrorCode.UNSUPPORTED_DATABASE, "There is no dialect for " + product + ".")
                .with("known", "PostgreSQL")
                .remedy("Use one of these.");
    }
}

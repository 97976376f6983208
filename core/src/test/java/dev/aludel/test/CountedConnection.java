package dev.aludel.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Notes what a real connection is asked to send: every statement, every commit, every question to its metadata. */
public final class CountedConnection {
    /** Of the metadata, these ask the catalogue; the others know their answer since the connection was made. */
    private static final Set<String> CATALOGUE = Set.of("getColumns", "getTables", "getIndexInfo", "getImportedKeys");

    private final Connection counted;
    private final List<String> sent = new ArrayList<>();

    private CountedConnection(Connection real) {
        this.counted = proxy(Connection.class, real, (method, arguments, result) -> {
            if (method.equals("commit") || method.equals("rollback")) {
                sent.add(method);
            }
            return watched(result, arguments);
        });
    }

    public static CountedConnection of(Connection real) {
        return new CountedConnection(real);
    }

    public Connection connection() {
        return counted;
    }

    /** What was sent since this was asked last. */
    public List<String> sent() {
        List<String> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    private Object watched(Object result, Object[] arguments) {
        if (result instanceof PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement, (method, given, value) -> {
                note(method, String.valueOf(arguments[0]));
                return value;
            });
        }
        if (result instanceof Statement statement) {
            return proxy(Statement.class, statement, (method, given, value) -> {
                note(method, given.length == 0 ? "batch" : String.valueOf(given[0]));
                return value;
            });
        }
        if (result instanceof DatabaseMetaData metadata) {
            return proxy(DatabaseMetaData.class, metadata, (method, given, value) -> {
                if (CATALOGUE.contains(method)) {
                    sent.add("metadata " + method);
                }
                return value;
            });
        }
        return result;
    }

    private void note(String method, String sql) {
        if (method.startsWith("execute")) {
            sent.add(sql.strip());
        }
    }

    /** Hears of each call that succeeded, and says what the caller gets. */
    private interface Call {
        Object done(String method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T real, Call call) {
        Object proxy = Proxy.newProxyInstance(
                CountedConnection.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.done(
                        method.getName(),
                        arguments == null ? new Object[0] : arguments,
                        invoke(method, real, arguments)));
        return type.cast(proxy);
    }

    private static Object invoke(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}

package dev.aludel.jpa;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Hibernate's and Bean Validation's log lines off the terminal while a model is read, in whichever of
 * java.util.logging, Logback and Log4j the project logs with. Loggers that have a level of their own are the user's
 * choice and stay as they are; {@link #close()} puts everything back.
 */
public final class QuietLogging implements AutoCloseable {
    private static final List<String> LOGGERS =
            List.of("org.hibernate", "org.jboss.logging", "SQL dialect", "jakarta.validation", "jakarta.persistence");

    private final Deque<Runnable> undo = new ArrayDeque<>();

    private QuietLogging() {}

    /** Silences until closed; {@code classLoader} sees the project's logging library, if it has one. */
    public static QuietLogging start(ClassLoader classLoader) {
        QuietLogging quiet = new QuietLogging();
        LOGGERS.forEach(quiet::silenceJdk);
        try {
            quiet.silenceLogback(classLoader);
        } catch (ReflectiveOperationException | LinkageError absent) {
            // no Logback, or not the one that slf4j chose: nothing to silence
        }
        try {
            quiet.silenceLog4j(classLoader);
        } catch (ReflectiveOperationException | LinkageError absent) {
            // no Log4j core: nothing to silence
        }
        return quiet;
    }

    private void silenceJdk(String name) {
        Logger logger = Logger.getLogger(name);
        if (logger.getLevel() == null) {
            logger.setLevel(Level.OFF);
            undo.push(() -> logger.setLevel(null));
        }
    }

    private void silenceLogback(ClassLoader classLoader) throws ReflectiveOperationException {
        Class<?> levelClass = classLoader.loadClass("ch.qos.logback.classic.Level");
        Object context = classLoader
                .loadClass("org.slf4j.LoggerFactory")
                .getMethod("getILoggerFactory")
                .invoke(null);
        Method getLogger =
                classLoader.loadClass("ch.qos.logback.classic.LoggerContext").getMethod("getLogger", String.class);
        if (!getLogger.getDeclaringClass().isInstance(context)) {
            return;
        }
        for (String name : LOGGERS) {
            Object logger = getLogger.invoke(context, name);
            Method setLevel = logger.getClass().getMethod("setLevel", levelClass);
            if (logger.getClass().getMethod("getLevel").invoke(logger) == null) {
                setLevel.invoke(logger, levelClass.getField("OFF").get(null));
                undo.push(() -> invoke(setLevel, logger, (Object) null));
            }
        }
    }

    private void silenceLog4j(ClassLoader classLoader) throws ReflectiveOperationException {
        Class<?> levelClass = classLoader.loadClass("org.apache.logging.log4j.Level");
        Method setLevel = classLoader
                .loadClass("org.apache.logging.log4j.core.config.Configurator")
                .getMethod("setLevel", String.class, levelClass);
        Method getLogger =
                classLoader.loadClass("org.apache.logging.log4j.LogManager").getMethod("getLogger", String.class);
        for (String name : LOGGERS) {
            Object logger = getLogger.invoke(null, name);
            Object before = logger.getClass().getMethod("getLevel").invoke(logger);
            setLevel.invoke(null, name, levelClass.getField("OFF").get(null));
            undo.push(() -> invoke(setLevel, null, name, before));
        }
    }

    private static void invoke(Method method, @Nullable Object target, @Nullable Object... arguments) {
        try {
            method.invoke(target, arguments);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
    }
}

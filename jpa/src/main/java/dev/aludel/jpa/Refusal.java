package dev.aludel.jpa;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.HibernateException;

/** Says in the user's names why Hibernate does not accept the entities: its sentence, and the class or property at fault. */
final class Refusal {
    private static final int MOST_CAUSES = 20;

    private Refusal() {}

    /** What to throw for a failure of Hibernate's; an {@link AludelException} on the way is what really happened. */
    static AludelException of(Throwable failure, Collection<String> classes) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof AludelException known) {
                return known;
            }
        }
        AludelException refusal = AludelException.of(
                ErrorCode.MODEL_REFUSED, "Hibernate refuses the entities: " + sentence(causes), failure);
        return findPlace(causes, classes)
                .map(refusal::at)
                .orElse(refusal)
                .state("No file was written and the database is as it was.")
                .remedy(
                        "Correct the mapping and build the project again; the application would not start with it, either.");
    }

    /** An entity that its class loader cannot give. */
    static AludelException notLoaded(String className, Throwable failure) {
        return AludelException.of(
                        ErrorCode.MODEL_REFUSED,
                        "The class " + className + " cannot be loaded: " + failure + ".",
                        failure)
                .at(className)
                .state("No file was written and the database is as it was.")
                .remedy("Put what it needs on the class path (a missing class is usually a missing dependency), and run"
                        + " a Java at least as new as the one that it was compiled for.");
    }

    /** The innermost of Hibernate's own exceptions knows most; what lies deeper is a detail that it rests on. */
    private static String sentence(List<Throwable> causes) {
        Throwable best = causes.get(causes.size() - 1);
        Throwable deepest = best;
        for (Throwable cause : causes) {
            if (cause instanceof HibernateException && cause.getMessage() != null) {
                best = cause;
            }
        }
        String text = best.getMessage() == null ? best.toString() : best.getMessage();
        return best == deepest || text.contains(String.valueOf(deepest.getMessage()))
                ? text
                : text + " (" + deepest + ")";
    }

    private static Optional<String> findPlace(List<Throwable> causes, Collection<String> classes) {
        for (Throwable cause : causes) {
            Optional<String> place = findPlace(String.valueOf(cause.getMessage()), classes);
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> findPlace(String message, Collection<String> classes) {
        for (String name : classes) {
            Matcher matcher = Pattern.compile(Pattern.quote(name) + "(?![\\w$])(\\.\\w+)?")
                    .matcher(message);
            if (matcher.find()) {
                return Optional.of(matcher.group());
            }
        }
        return Optional.empty();
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < MOST_CAUSES; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}

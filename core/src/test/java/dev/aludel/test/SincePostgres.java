package dev.aludel.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Marks a test of what PostgreSQL has since a major version; on an older server it is reported as skipped, with this reason. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SincePostgres.Condition.class)
public @interface SincePostgres {

    /** The first major version that has it. */
    int value();

    /** Compares the marked version with the running server's. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), SincePostgres.class)
                    .map(since -> evaluate(since.value()))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("on every version"));
        }

        private static ConditionEvaluationResult evaluate(int since) {
            try {
                int running = TestDatabase.majorVersion();
                String said = "PostgreSQL has it since " + since + "; this is " + running;
                return running >= since
                        ? ConditionEvaluationResult.enabled(said)
                        : ConditionEvaluationResult.disabled(said);
            } catch (SQLException e) {
                throw new IllegalStateException("PostgreSQL does not say its version", e);
            }
        }
    }
}

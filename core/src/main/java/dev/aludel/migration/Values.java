package dev.aludel.migration;

import dev.aludel.operation.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns the Java values of an inserted row into text that every database can take. */
final class Values {
    private static final Set<Class<?>> NUMBERS = Set.of(
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class);

    /** Their text is that of ISO 8601, which databases read. */
    private static final Set<Class<?>> TEXTS = Set.of(
            String.class,
            Character.class,
            UUID.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetTime.class,
            Duration.class,
            Period.class);

    /** What they can be: for the message that refuses another type. */
    static final String TYPES =
            "null, text, numbers, booleans, UUIDs, dates and times of java.time, byte[], enums, sql(\"…\")";

    private Values() {}

    /** Empty for a value of a type that has no literal. */
    static Optional<Value> of(@Nullable Object value) {
        if (value == null) {
            return Optional.of(Value.nothing());
        }
        if (value instanceof Value known) {
            return Optional.of(known);
        }
        if (value instanceof Boolean truth) {
            return Optional.of(new Value(Value.Kind.BOOLEAN, truth.toString()));
        }
        if (value instanceof byte[] bytes) {
            return Optional.of(new Value(Value.Kind.BINARY, HexFormat.of().formatHex(bytes)));
        }
        if (value instanceof Enum<?> constant) {
            return Optional.of(new Value(Value.Kind.TEXT, constant.name()));
        }
        if (value instanceof ZonedDateTime moment) {
            return of(moment.toOffsetDateTime());
        }
        if (value instanceof OffsetDateTime moment && moment.getOffset().equals(ZoneOffset.UTC)) {
            return of(moment.toInstant());
        }
        if (value instanceof OffsetDateTime || value instanceof Instant) {
            return Optional.of(new Value(Value.Kind.MOMENT, value.toString()));
        }
        if (NUMBERS.contains(value.getClass())) {
            return Optional.of(new Value(Value.Kind.NUMBER, number(value.toString())));
        }
        return TEXTS.contains(value.getClass())
                ? Optional.of(new Value(Value.Kind.TEXT, value.toString()))
                : Optional.empty();
    }

    /** One spelling whatever the Java type; what is no number at all (NaN, the infinities) keeps its name. */
    private static String number(String text) {
        return Character.isDigit(text.charAt(text.length() - 1)) ? new BigDecimal(text).toString() : text;
    }
}

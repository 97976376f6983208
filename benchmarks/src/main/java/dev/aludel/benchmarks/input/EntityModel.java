package dev.aludel.benchmarks.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A Maven project with many entities, compiled: each has a generated key, a version, an enum, texts, numbers, times, an index
 * and, but for the first, a reference to an earlier one.
 */
public final class EntityModel {
    public static final String PACKAGE = "bench.model";

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>bench</groupId>
              <artifactId>model</artifactId>
              <version>1</version>
              <dependencies>
                <dependency>
                  <groupId>org.hibernate.orm</groupId>
                  <artifactId>hibernate-core</artifactId>
                  <version>%s</version>
                </dependency>
                <dependency>
                  <groupId>org.postgresql</groupId>
                  <artifactId>postgresql</artifactId>
                  <version>%s</version>
                </dependency>
              </dependencies>
            </project>
            """;

    private static final String ENTITY = """
            package bench.model;

            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.UUID;

            @Entity
            @Table(name = "ledger_%1$d", indexes = @Index(name = "ix_ledger_%1$d_code", columnList = "code, amount"))
            public class Ledger%1$d {
                public enum State { OPEN, BOOKED, CLOSED }

                @Id @GeneratedValue(strategy = GenerationType.%2$s) private Long id;
                @Version private int version;
                @Column(length = 40, nullable = false) private String code;
                @Column(name = "shown_as") private String shownAs;
                @Column(precision = 12, scale = 2) private BigDecimal amount;
                private Integer quantity;
                private boolean active;
                @Enumerated(EnumType.STRING) private State state;
                private Instant createdAt;
                private LocalDate dueOn;
                private UUID externalId;
                %3$s
            }
            """;

    private EntityModel() {}

    /**
     * Writes and compiles it.
     *
     * @param libraries the class path of the compiler, in the platform's notation
     */
    public static void write(Path project, int count, String hibernate, String driver, String libraries)
            throws IOException {
        Path sources = Files.createDirectories(project.resolve("src/main/java/bench/model"));
        Path classes = Files.createDirectories(project.resolve("target/classes"));
        Files.writeString(project.resolve("pom.xml"), POM.formatted(hibernate, driver));
        Random random = new Random(5);
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-cp", libraries, "-d", classes.toString()));
        for (int number = 0; number < count; number++) {
            Path file = sources.resolve("Ledger" + number + ".java");
            Files.writeString(file, entity(number, random));
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the entities do not compile");
        }
    }

    private static String entity(int number, Random random) {
        String reference = number == 0
                ? ""
                : "@ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = \"parent_id\") private Ledger"
                        + random.nextInt(number) + " parent;";
        return ENTITY.formatted(number, number % 2 == 0 ? "IDENTITY" : "SEQUENCE", reference);
    }
}

package dev.aludel.jpa;

import java.util.Optional;
import java.util.stream.Stream;

/** The naming strategies that Spring Boot gives to Hibernate where the application says nothing else. */
record SpringNaming(String implicit, String physical) {
    private static final SpringNaming BOOT_4 = new SpringNaming(
            "org.springframework.boot.hibernate.SpringImplicitNamingStrategy",
            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");
    private static final SpringNaming BOOT_3 = new SpringNaming(
            "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy",
            "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy");

    /** The strategies of the Spring Boot on this class path; empty without Spring Boot. */
    static Optional<SpringNaming> find(ClassLoader classLoader) {
        return Stream.of(BOOT_4, BOOT_3)
                .filter(naming -> isPresent(classLoader, naming.implicit))
                .findFirst();
    }

    private static boolean isPresent(ClassLoader classLoader, String className) {
        return classLoader.getResource(className.replace('.', '/') + ".class") != null;
    }
}

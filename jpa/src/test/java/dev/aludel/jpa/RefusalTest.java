package dev.aludel.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.schema.ModelSource;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void saysWhereItLookedForEntities() {
        AludelException failure = failure(() -> Models.load("nowhere"));

        assertThat(failure.code()).isEqualTo(ErrorCode.NO_ENTITIES);
        assertThat(failure.findFact("looked")).contains(Models.testClasses());
        assertThat(failure.findFact("packages")).contains("dev.aludel.jpa.nowhere");
        assertThat(failure.findFact("do").orElseThrow()).contains("Compile", "aludel.model.packages");
    }

    @Test
    void namesThePropertyThatHibernateRefuses() {
        AludelException failure = failure(() -> Models.load("broken.mapping"));

        assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_REFUSED);
        assertThat(failure.what()).contains("nothing");
        assertThat(failure.findFact("at")).contains("dev.aludel.jpa.broken.mapping.Invoice.lines");
        assertThat(failure.findFact("do")).isPresent();
    }

    @Test
    void namesAListenerThatCannotBeMade() {
        AludelException failure = failure(() -> Models.load("broken.listener"));

        assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_REFUSED);
        assertThat(failure.findFact("at")).contains("dev.aludel.jpa.broken.listener.Ticket$Listener");
        assertThat(failure.what()).contains("NullPointerException: bean");
    }

    @Test
    void namesAnEntityThatCannotBeLoaded() {
        ClassLoader blind = new ClassLoader(ClassLoader.getPlatformClassLoader()) {};
        ModelSource.Request request = Models.request("dev.aludel.jpa.bookstore", Map.of(), blind);

        AludelException failure = failure(() -> new JpaModelSource(request).load());

        assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_REFUSED);
        assertThat(failure.findFact("at")).contains("dev.aludel.jpa.bookstore.Author");
    }

    @Test
    void namesTheArtifactWhenHibernateIsMissing() throws Exception {
        URL[] urls = {location(JpaModelSource.class), location(ModelSource.class)};
        try (URLClassLoader alone = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Class<?> requestClass = alone.loadClass("dev.aludel.schema.ModelSource$Request");
            Object request =
                    requestClass.getConstructors()[0].newInstance(alone, List.of(), Map.of(), "PostgreSQL", 18, 6);
            Object provider = alone.loadClass("dev.aludel.jpa.JpaModelSourceProvider")
                    .getConstructor()
                    .newInstance();
            Object source =
                    provider.getClass().getMethod("create", requestClass).invoke(provider, request);

            Throwable failure = catchThrowableOfType(
                            java.lang.reflect.InvocationTargetException.class,
                            () -> source.getClass().getMethod("load").invoke(source))
                    .getCause();

            assertThat(failure.getMessage()).contains("MOD-005", "org.hibernate.orm:hibernate-core");
        }
    }

    private static AludelException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(AludelException.class, call);
    }

    private static URL location(Class<?> type) throws java.net.MalformedURLException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toURI()
                .toURL();
    }
}

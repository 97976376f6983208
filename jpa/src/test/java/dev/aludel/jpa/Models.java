package dev.aludel.jpa;

import dev.aludel.schema.ModelSource;
import dev.aludel.schema.Schema;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Loads the entities of one package of these tests, without Spring Boot's naming unless asked for. */
final class Models {
    private Models() {}

    static Schema load(String lastPackage, Map<String, String> settings) {
        return new JpaModelSource(request("dev.aludel.jpa." + lastPackage, settings, withoutSpring())).load();
    }

    static Schema load(String lastPackage) {
        return load(lastPackage, Map.of());
    }

    static ModelSource.Request request(String packages, Map<String, String> settings, ClassLoader classLoader) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("aludel.model.packages", packages);
        return new ModelSource.Request(classLoader, List.of(testClasses()), all, "PostgreSQL", 18, 6);
    }

    static String testClasses() {
        return new File(Models.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getPath();
    }

    static ClassLoader withoutSpring() {
        return new ClassLoader(Models.class.getClassLoader()) {
            @Override
            public java.net.URL getResource(String name) {
                return name.startsWith("org/springframework/boot/") ? null : super.getResource(name);
            }
        };
    }
}

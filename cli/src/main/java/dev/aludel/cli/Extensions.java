package dev.aludel.cli;

import dev.aludel.config.Option;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.List;

/** Makes the objects of a project that the configuration names by their classes. */
final class Extensions {
    private Extensions() {}

    /**
     * One new object of each class, in order.
     *
     * @throws AludelException (CFG-004) when a class is not there, is of another type or cannot be made
     */
    static <T> List<T> load(Option<?> option, List<String> names, Class<T> type, ClassLoader loader) {
        return names.stream().map(name -> load(option, name, type, loader)).toList();
    }

    private static <T> T load(Option<?> option, String name, Class<T> type, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader)
                    .asSubclass(type)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ClassNotFoundException missing) {
            throw refusal(option, name, "is not on the project's class path", missing)
                    .remedy("Correct the name, or compile the project.");
        } catch (ClassCastException other) {
            throw refusal(option, name, "does not implement " + type.getName(), other)
                    .remedy("Let it implement " + type.getName() + ".");
        } catch (ReflectiveOperationException | LinkageError failure) {
            throw refusal(option, name, "cannot be made: " + failure, failure)
                    .remedy("Give it a public constructor without arguments that does not fail.");
        }
    }

    private static AludelException refusal(Option<?> option, String name, String why, Throwable failure) {
        return AludelException.of(
                        ErrorCode.INVALID_VALUE,
                        "The class " + name + " of " + option.property() + " " + why + ".",
                        failure)
                .at(option.property())
                .state("Nothing was run.");
    }
}

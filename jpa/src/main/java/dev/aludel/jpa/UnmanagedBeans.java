package dev.aludel.jpa;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Comparator;
import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;
import org.hibernate.resource.beans.spi.ManagedBean;

/**
 * Stands in for Spring or CDI where Hibernate asks for converters and entity listeners. Such a class may want beans in
 * its constructor; it gets nulls, since the model needs its type and nobody calls it.
 */
final class UnmanagedBeans implements BeanContainer {

    @Override
    public <B> ContainedBean<B> getBean(
            Class<B> beanType, LifecycleOptions options, BeanInstanceProducer fallbackProducer) {
        return new Bean<>(beanType, create(beanType));
    }

    @Override
    public <B> ContainedBean<B> getBean(
            String name, Class<B> beanType, LifecycleOptions options, BeanInstanceProducer fallbackProducer) {
        return getBean(beanType, options, fallbackProducer);
    }

    @Override
    public void stop() {
        // holds nothing
    }

    private static <B> B create(Class<B> type) {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> refuse(type, new InstantiationException("it has no constructor")));
        try {
            constructor.setAccessible(true);
            Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                    .map(parameter -> Array.get(Array.newInstance(parameter, 1), 0))
                    .toArray();
            return type.cast(constructor.newInstance(arguments));
        } catch (InvocationTargetException failure) {
            throw refuse(type, failure.getTargetException());
        } catch (ReflectiveOperationException | RuntimeException failure) {
            throw refuse(type, failure);
        }
    }

    private static AludelException refuse(Class<?> type, Throwable reason) {
        return AludelException.of(
                        ErrorCode.MODEL_REFUSED,
                        type.getName() + " cannot be made outside the application: " + reason + ".",
                        reason)
                .at(type.getName())
                .remedy("Give it a constructor without arguments, or one that bears nulls: converters and entity"
                        + " listeners are only looked at, not called, while the entities are read.");
    }

    private record Bean<B>(Class<B> getBeanClass, B getBeanInstance) implements ContainedBean<B>, ManagedBean<B> {}
}

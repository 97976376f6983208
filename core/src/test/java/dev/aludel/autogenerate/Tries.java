package dev.aludel.autogenerate;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Lets {@code -Daludel.test.pairs=5000} ask for more pairs than a normal run has, and other ones each time, unless
 * {@code -Daludel.test.seed=…} says which.
 */
final class Tries implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Integer pairs = Integer.getInteger("aludel.test.pairs");
        if (pairs != null) {
            context.attributes().setTries(pairs);
            context.attributes().setSeed(System.getProperty("aludel.test.seed", ""));
        }
        return property.execute();
    }

    @Override
    public int aroundPropertyProximity() {
        return -100;
    }
}

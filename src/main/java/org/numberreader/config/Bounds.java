package org.numberreader.config;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;
import io.smallrye.config.ConfigValidator;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Holds configured values to {@link Within} as they are read, in the service, which finds this class by its name in
 * META-INF/services, and in the commands. Bean Validation would do the same for a quarter of a start or more
 * (docs/decisions/0008).
 */
public final class Bounds implements ConfigValidator, SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withValidator(this);
    }

    /** @throws ConfigValidationException that names each value that is outside */
    @Override
    public void validateMapping(Class<?> type, String prefix, Object mapping) {
        var problems = Arrays.stream(type.getMethods())
                .flatMap(method -> problem(method, prefix, mapping).stream())
                .toArray(Problem[]::new);
        if (problems.length > 0) {
            throw new ConfigValidationException(problems);
        }
    }

    private static Optional<Problem> problem(Method method, String prefix, Object mapping) {
        var within = method.getAnnotation(Within.class);
        if (within == null) {
            return Optional.empty();
        }
        Object value;
        try {
            value = method.invoke(mapping);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a mapping's own methods", e);
        }
        double number = number(value, within);
        // Written so that a NaN is outside.
        if (number >= within.least() && number <= within.most()) {
            return Optional.empty();
        }
        String least = "at least " + plain(within.least());
        String bounds =
                within.most() == Double.POSITIVE_INFINITY ? least : least + " and at most " + plain(within.most());
        String unit = value instanceof Duration ? " seconds" : "";
        return Optional.of(new Problem(
                prefix + "." + StringUtil.skewer(method.getName()) + " is " + value + "; it must be " + bounds + unit));
    }

    /** What is not set is within. */
    private static double number(Object value, Within within) {
        if (value instanceof Number set) {
            return set.doubleValue();
        }
        if (value instanceof Duration set) {
            return set.getSeconds() + set.getNano() / 1e9;
        }
        if (value instanceof OptionalInt set) {
            return set.isPresent() ? set.getAsInt() : within.least();
        }
        if (value instanceof OptionalLong set) {
            return set.isPresent() ? set.getAsLong() : within.least();
        }
        throw new IllegalStateException("@Within is for numbers and durations");
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}

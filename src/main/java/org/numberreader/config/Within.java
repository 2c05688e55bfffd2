package org.numberreader.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The bounds of a configured number or duration; a program whose configuration is outside does not start. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Within {

    /** The least value; of a duration, in seconds. */
    double least();

    /** The greatest value; of a duration, in seconds. */
    double most() default Double.POSITIVE_INFINITY;
}

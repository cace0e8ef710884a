package io.github.openstackjvm.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** As which user of the fake cloud an injected {@link io.github.openstackjvm.Cloud} calls; without it as {@code demo}. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface As {
    /** The user, whose project has the same name: {@code demo}, {@code alt_demo} or {@code admin}. */
    String value();
}

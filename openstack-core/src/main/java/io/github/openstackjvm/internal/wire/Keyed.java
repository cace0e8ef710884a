package io.github.openstackjvm.internal.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The keys that stand around the answer of a request, and around its body. Without one, either is taken as it is. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Keyed {
    /** Stands for {@link Wire#one()}. */
    String ONE = "{one}";

    /** Stands for {@link Wire#many()}. */
    String MANY = "{many}";

    /** Stands for {@link Wire#item()}. */
    String ITEM = "{item}";

    /** The key around the answer, or one of the constants. */
    String value();

    /** The key around the body, or one of the constants. */
    String request() default "";
}

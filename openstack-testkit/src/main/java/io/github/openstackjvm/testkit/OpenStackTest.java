package io.github.openstackjvm.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a fake cloud, as a parameter or a field of type {@link FakeCloud}, and clients of it of type
 * {@link io.github.openstackjvm.Cloud}, as user {@code demo} or as {@link As} says. Fields already set are left alone.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FakeCloudExtension.class)
public @interface OpenStackTest {

    /** Whether all tests of the class share one cloud. Otherwise each has its own. */
    boolean perClass() default false;

    /** A resource beside the class, or from the root with a slash, with which each cloud begins: a seed in YAML. */
    String seed() default "";
}

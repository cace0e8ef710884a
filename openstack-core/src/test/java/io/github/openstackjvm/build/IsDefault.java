package io.github.openstackjvm.build;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Feign cannot call a default method of an interface that only its module sees. */
final class IsDefault extends ArchCondition<JavaMethod> {
    IsDefault() {
        super("be default methods");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        boolean isDefault = method.getOwner().isInterface()
                && !method.getModifiers().contains(JavaModifier.ABSTRACT)
                && !method.getModifiers().contains(JavaModifier.STATIC);
        events.add(new SimpleConditionEvent(method, isDefault, method.getFullName()));
    }
}

package io.github.openstackjvm.build;

import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A library that shows in a signature cannot be exchanged any more. */
final class NamesNoLibrary extends ArchCondition<JavaMethod> {
    private static final Set<String> LIBRARIES = Set.of(
            "feign.",
            "io.github.resilience4j.",
            "org.apache.hc.",
            "com.fasterxml.jackson.databind.",
            "com.fasterxml.jackson.core.",
            "org.yaml.");

    NamesNoLibrary() {
        super("name no library in their signatures");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                .map(JavaType::getName)
                .filter(name -> LIBRARIES.stream().anyMatch(name::contains))
                .forEach(name ->
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names " + name)));
    }
}

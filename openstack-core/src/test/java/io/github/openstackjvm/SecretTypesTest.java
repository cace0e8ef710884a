package io.github.openstackjvm;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.internal.http.Redaction;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Spec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever service is added: what a model holds under a name that is hidden in logs is a {@link Secret} there, what is a
 * {@link Secret} is hidden in logs, and no specification shows one that it was given.
 */
class SecretTypesTest {
    private static final String PLANTED = "hunter2";

    /** The token in a console's URL is hidden, not the URL; a token's value comes in a header. */
    private static final Set<String> HIDDEN_OTHERWISE = Set.of("RemoteConsole.url", "Token.value");

    private static final List<Class<?>> PUBLIC = classes();

    /** All but what is not read from JSON by its names. */
    private static List<Class<?>> classes() {
        try {
            Path root = Path.of(Cloud.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString().replace(File.separatorChar, '.'))
                        .filter(file -> file.startsWith("io.github.openstackjvm.") && file.endsWith(".class"))
                        .filter(file -> !file.matches(".*[.](internal|auth)[.].*|.*package-info.class"))
                        .<Class<?>>map(file -> load(file.substring(0, file.length() - ".class".length())))
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Cloud.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<RecordComponent> components() {
        return PUBLIC.stream()
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> !component.isAnnotationPresent(JsonAnySetter.class));
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    private static boolean hidden(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        String wire = named == null
                ? component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT)
                : named.value();
        boolean header = Redaction.header(wire, PLANTED).equals(Redaction.MASK);
        return wire.startsWith("x-")
                ? header
                : !Redaction.text("{\"" + wire + "\": \"" + PLANTED + "\"}").contains(PLANTED);
    }

    @Test
    void whatIsHiddenInTextsIsASecretInModels() {
        Set<String> plain = new TreeSet<>();
        components()
                .filter(component -> component.getType() == String.class && hidden(component))
                .forEach(component -> plain.add(name(component)));

        assertThat(plain).isEmpty();
    }

    @Test
    void secretsOfModelsAreHiddenInTexts() {
        List<RecordComponent> secrets = components()
                .filter(component -> component.getType() == Secret.class)
                .toList();
        Set<String> shown = new TreeSet<>();
        secrets.stream().filter(component -> !hidden(component)).forEach(component -> shown.add(name(component)));

        assertThat(secrets).hasSizeGreaterThan(5);
        assertThat(shown).isEqualTo(new TreeSet<>(HIDDEN_OTHERWISE));
    }

    @Test
    void specificationsDoNotShowSecrets() {
        Set<String> tried = new TreeSet<>();
        PUBLIC.stream()
                .filter(type -> Spec.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                .forEach(type -> Arrays.stream(type.getMethods())
                        .filter(method ->
                                Arrays.asList(method.getParameterTypes()).contains(Secret.class))
                        .forEach(method -> {
                            try {
                                var constructor = type.getDeclaredConstructor();
                                constructor.setAccessible(true);
                                Object spec = constructor.newInstance();
                                method.invoke(
                                        spec,
                                        Arrays.stream(method.getParameterTypes())
                                                .map(parameter -> parameter == Secret.class
                                                        ? Secret.of(PLANTED)
                                                        : parameter.cast("text"))
                                                .toArray());
                                assertThat(spec.toString())
                                        .as(method.toString())
                                        .isNotEmpty()
                                        .doesNotContain(PLANTED);
                                tried.add(type.getSimpleName() + "." + method.getName());
                            } catch (ReflectiveOperationException e) {
                                throw new LinkageError(type + ": " + e, e);
                            }
                        }));

        assertThat(tried).contains("ServerSpec.adminPass", "AccountUpdate.tempUrlKey");
    }
}

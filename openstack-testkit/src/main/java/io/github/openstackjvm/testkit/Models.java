package io.github.openstackjvm.testkit;

import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.resource.OpenValue;
import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the client hands out, for unit tests of code that takes it: their constructors are no API, as the cloud may
 * tell more with each release.
 *
 * <pre>{@code
 * Server web = Models.of(Server.class)
 *     .with(Server::name, "web")
 *     .with(Server::status, ServerStatus.ACTIVE)
 *     .make();
 * Server same = Models.of(Server.class, "{'id': '1', 'name': 'web', 'status': 'ACTIVE'}");
 * Server stopped = Models.like(web).with(Server::status, ServerStatus.SHUTOFF).make();
 * }</pre>
 *
 * <p>What is not said is as empty as it may be: null where the cloud may leave it out, else an empty text or collection, zero,
 * {@code false}, the first of the words, the time at which fake clouds begin. An id is made up, always the same for the same
 * model.
 */
public final class Models {
    private Models() {}

    /**
     * A component of a model: a method reference such as {@code Server::name}.
     *
     * @param <T> the model
     * @param <V> the type of the component
     */
    @FunctionalInterface
    public interface Component<T, V> extends Serializable {
        /** The component of this model. */
        @Nullable
        V of(T model);
    }

    /** Begins a model of this type. */
    public static <T extends Record> Draft<T> of(Class<T> type) {
        return new Draft<>(type);
    }

    /** Begins a model that differs from this one in what is said. */
    public static <T extends Record> Draft<T> like(T model) {
        @SuppressWarnings("unchecked")
        Draft<T> draft = new Draft<>((Class<T>) model.getClass());
        for (RecordComponent component : model.getClass().getRecordComponents()) {
            draft.values.put(component.getName(), value(component.getAccessor(), model));
        }
        return draft;
    }

    /**
     * The model that the client makes of this answer of the cloud, read as it reads real ones: with the names of the wire.
     *
     * @param json the object itself, without a key around it; quotes may be single ones
     */
    public static <T> T of(Class<T> type, String json) {
        byte[] body = (json.contains("\"") ? json : json.replace('\'', '"')).getBytes(StandardCharsets.UTF_8);
        try (FakeCloud fake = FakeCloud.start();
                Cloud cloud = fake.cloud()) {
            fake.faults()
                    .on(HttpMethod.GET, "/flavors")
                    .reply(FakeResponse.of(200)
                            .with("Content-Type", "application/json")
                            .withBody(FakeBody.of(body)));
            return cloud.session().adapter("compute").get("/flavors").fetch(type);
        }
    }

    private static @Nullable Object value(Method accessor, Object model) {
        try {
            return accessor.invoke(model);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(model.getClass().getName() + " cannot be read", e);
        }
    }

    /**
     * A model in the making.
     *
     * @param <T> its type
     */
    public static final class Draft<T extends Record> {
        private final Class<T> type;
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        private Draft(Class<T> type) {
            this.type = type;
        }

        /** With this value. */
        public <V> Draft<T> with(Component<T, V> component, @Nullable V value) {
            return with(name(component), value);
        }

        /**
         * With this value, for the component of this name.
         *
         * @throws IllegalArgumentException when there is no such component
         */
        public Draft<T> with(String component, @Nullable Object value) {
            if (Arrays.stream(type.getRecordComponents())
                    .noneMatch(each -> each.getName().equals(component))) {
                throw new IllegalArgumentException(type.getSimpleName() + " has no " + component + ", but "
                        + Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
            }
            values.put(component, value);
            return this;
        }

        /**
         * Makes the model.
         *
         * @throws IllegalArgumentException when a value is of another type than its component
         */
        public T make() {
            return record(type, values);
        }

        private String name(Component<T, ?> component) {
            try {
                Method replace = component.getClass().getDeclaredMethod("writeReplace");
                replace.setAccessible(true);
                if (replace.invoke(component) instanceof SerializedLambda lambda
                        && !lambda.getImplMethodName().contains("lambda$")) {
                    return lambda.getImplMethodName();
                }
            } catch (ReflectiveOperationException e) {
                throw notAReference(e);
            }
            throw notAReference(null);
        }

        private IllegalArgumentException notAReference(@Nullable Exception cause) {
            return new IllegalArgumentException(
                    "Name the component by a method reference, such as " + type.getSimpleName() + "::"
                            + type.getRecordComponents()[0].getName() + ", or by its name",
                    cause);
        }
    }

    private static <T> T record(Class<T> type, Map<String, ? extends @Nullable Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            arguments[i] = values.containsKey(name) ? values.get(name) : missing(type, components[i], values);
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (IllegalArgumentException | ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "No " + type.getSimpleName() + " can be made of " + values + ": " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        return (e instanceof InvocationTargetException && e.getCause() != null)
                ? e.getCause().toString()
                : String.valueOf(e.getMessage());
    }

    private static @Nullable Object missing(
            Class<?> owner, RecordComponent component, Map<String, ? extends @Nullable Object> values) {
        Class<?> type = component.getType();
        if (nullable(component.getAnnotatedType())) {
            return null;
        }
        if (component.getName().equals("id") && type == String.class) {
            String seed = owner.getName() + values.get("name");
            return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        }
        return empty(type);
    }

    private static boolean nullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object empty(Class<?> type) {
        if (type.isPrimitive()) {
            return zero(type);
        }
        if (type == String.class) {
            return "";
        }
        if (type == Instant.class) {
            return FakeClock.START;
        }
        if (type == Secret.class) {
            return Secret.of("");
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (Map.class.isAssignableFrom(type)) {
            return Map.of();
        }
        if (Set.class.isAssignableFrom(type)) {
            return Set.of();
        }
        if (Collection.class.isAssignableFrom(type)) {
            return List.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return OpenValue.class.isAssignableFrom(type) ? word(type) : type.isRecord() ? record(type, Map.of()) : null;
    }

    private static @Nullable Object zero(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class
                ? (Object) 0
                : type == long.class ? (Object) 0L : type == double.class ? (Object) 0.0 : null;
    }

    private static @Nullable Object word(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && Modifier.isPublic(field.getModifiers())
                    && field.getType() == type) {
                try {
                    return field.get(null);
                } catch (IllegalAccessException e) {
                    throw new IllegalArgumentException(type.getName() + " cannot be read", e);
                }
            }
        }
        return record(type, Map.of());
    }
}

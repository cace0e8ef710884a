package io.github.openstackjvm.internal.json;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.github.openstackjvm.resource.OpenValue;
import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/** How the types of our own models look in JSON. */
final class OpenStackModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    OpenStackModule() {
        super("openstack");
        addDeserializer(Instant.class, new Times());
        addDeserializer(Secret.class, new Secrets());
        addSerializer(new SecretText());
        addSerializer(new OpenText());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new OpenValues());
        context.addValueInstantiators(new Records());
    }

    private static final class Times extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        Times() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            if (text == null) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            if (text.isBlank()) {
                return null;
            }
            Optional<Instant> time = LenientTime.parse(text);
            return time.isPresent()
                    ? time.get()
                    : (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time of ISO 8601");
        }
    }

    private static final class Secrets extends StdScalarDeserializer<Secret> {
        private static final long serialVersionUID = 1;

        Secrets() {
            super(Secret.class);
        }

        @Override
        public @Nullable Secret deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            return text == null ? (Secret) context.handleUnexpectedToken(Secret.class, parser) : Secret.of(text);
        }
    }

    private static final class SecretText extends StdScalarSerializer<Secret> {
        private static final long serialVersionUID = 1;

        SecretText() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.reveal());
        }
    }

    private static final class OpenText extends StdScalarSerializer<OpenValue> {
        private static final long serialVersionUID = 1;

        OpenText() {
            super(OpenValue.class);
        }

        @Override
        public void serialize(OpenValue value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.value());
        }
    }

    /** Any record that is an open value is made from its word. */
    private static final class OpenValues extends SimpleDeserializers {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return OpenValue.class.isAssignableFrom(type.getRawClass())
                            && type.getRawClass().isRecord()
                    ? new OneWord(type.getRawClass())
                    : null;
        }
    }

    private static final class OneWord extends StdScalarDeserializer<Object> {
        private static final long serialVersionUID = 1;
        private final transient Constructor<?> constructor;

        OneWord(Class<?> type) {
            super(type);
            try {
                constructor = type.getConstructor(String.class);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " must be a public record of one String", e);
            }
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            if (text == null) {
                return context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return constructor.newInstance(text);
            } catch (ReflectiveOperationException e) {
                return context.handleInstantiationProblem(handledType(), text, e);
            }
        }
    }
}

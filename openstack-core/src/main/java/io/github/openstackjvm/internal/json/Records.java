package io.github.openstackjvm.internal.json;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.ValueInstantiators;
import com.fasterxml.jackson.databind.deser.std.StdValueInstantiator;
import io.github.openstackjvm.resource.Extras;
import org.jspecify.annotations.Nullable;

/**
 * Makes our own records: a collection that the cloud left out, or sent as null, is empty, and none can be changed. So the
 * models need no constructors of their own.
 */
final class Records extends ValueInstantiators.Base {
    private static final String OURS = Extras.class.getPackageName().replaceFirst("[.]resource$", ".");

    @Override
    public ValueInstantiator findValueInstantiator(
            DeserializationConfig config, BeanDescription description, ValueInstantiator usual) {
        Class<?> type = description.getBeanClass();
        return type.isRecord() && type.getName().startsWith(OURS) && usual instanceof StdValueInstantiator standard
                ? new Kept(standard, type)
                : usual;
    }

    private static final class Kept extends StdValueInstantiator {
        private static final long serialVersionUID = 1;
        private final transient @Nullable UnaryOperator<@Nullable Object>[] keepers;

        Kept(StdValueInstantiator usual, Class<?> record) {
            super(usual);
            RecordComponent[] components = record.getRecordComponents();
            @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
            @Nullable
            UnaryOperator<@Nullable Object>[] all = new UnaryOperator[components.length];
            for (int i = 0; i < components.length; i++) {
                boolean mayBeNull = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
                all[i] = mayBeNull ? null : keeper(components[i].getType());
            }
            keepers = all;
        }

        private static @Nullable UnaryOperator<@Nullable Object> keeper(Class<?> type) {
            if (type == List.class) {
                return value -> value == null ? List.of() : Collections.unmodifiableList((List<?>) value);
            } else if (type == Map.class) {
                return value -> value == null ? Map.of() : Collections.unmodifiableMap((Map<?, ?>) value);
            } else if (type == Set.class) {
                return value -> value == null ? Set.of() : Collections.unmodifiableSet((Set<?>) value);
            }
            return null;
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, @Nullable Object[] arguments)
                throws IOException {
            for (int i = 0; i < keepers.length && i < arguments.length; i++) {
                UnaryOperator<@Nullable Object> keeper = keepers[i];
                if (keeper != null) {
                    arguments[i] = keeper.apply(arguments[i]);
                }
            }
            return super.createFromObjectWith(context, arguments);
        }
    }
}

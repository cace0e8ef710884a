package io.github.openstackjvm.resource;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.StringJoiner;

/** The one way in which models print: every component that is set, and of {@code extras} the names only. */
public final class Show {
    private Show() {}

    /** The text for this record. Secrets print as {@code ***}. */
    public static String of(Record model) {
        StringJoiner text = new StringJoiner(", ", model.getClass().getSimpleName() + "[", "]");
        for (RecordComponent component : model.getClass().getRecordComponents()) {
            Object value;
            try {
                value = component.getAccessor().invoke(model);
            } catch (ReflectiveOperationException e) {
                value = "?";
            }
            if (component.getName().equals("extras") && value instanceof Map<?, ?> extras) {
                value = extras.isEmpty() ? null : extras.keySet();
            }
            if (value != null) {
                text.add(component.getName() + "=" + value);
            }
        }
        return text.toString();
    }
}

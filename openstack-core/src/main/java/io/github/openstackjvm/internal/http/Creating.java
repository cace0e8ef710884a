package io.github.openstackjvm.internal.http;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import feign.RequestLine;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Creations;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.MakesNamed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Page;
import io.github.openstackjvm.resource.Resource;
import org.jspecify.annotations.Nullable;

/** Sees to it that what the requests of one {@code Api} make bears its mark and is known to whoever will clean up. */
final class Creating {
    private final Creations creations;
    private final Binding<?> where;
    private final Class<?> api;

    Creating(Creations creations, Binding<?> where, Class<?> api) {
        this.creations = creations;
        this.where = where;
        this.api = api;
    }

    @Nullable
    Object carry(Method method, Object[] arguments, Function<Object[], @Nullable Object> request) {
        if (method.isAnnotationPresent(MakesNamed.class)) {
            return put(arguments, request);
        }
        return posts(method) && isCleanedUp() ? post(arguments, request) : request.apply(arguments);
    }

    /** Whether it is a POST to the collection's own path, as those are that make something. */
    private static boolean posts(Method method) {
        RequestLine line = method.getAnnotation(RequestLine.class);
        return line != null
                && line.value().equals("POST")
                && Stream.of(method.getParameterTypes()).anyMatch(Body.class::equals);
    }

    /** Whether what is made here is a resource, and can be deleted: the collection around says so. */
    private boolean isCleanedUp() {
        return CrudApi.class.isAssignableFrom(api) && deletes(api.getEnclosingClass());
    }

    /** A collection may declare its requests in a part of itself. */
    private static boolean deletes(Class<?> collection) {
        return Deletes.class.isAssignableFrom(collection)
                || (collection.isSealed()
                        && Stream.of(collection.getPermittedSubclasses()).anyMatch(Creating::deletes));
    }

    private @Nullable Object post(Object[] arguments, Function<Object[], @Nullable Object> request) {
        Object[] marked = arguments.clone();
        String name = null;
        for (int i = 0; i < marked.length; i++) {
            if (marked[i] instanceof Body body) {
                name = body.fields().get("name") instanceof String text ? text : null;
                marked[i] = body.marked(where.wire(), creations.mark());
            }
        }
        creations.begin();
        try {
            Object answer = request.apply(marked);
            note(answer, name);
            return answer;
        } catch (OpenStackException e) {
            // Nobody knows, or it was made and the answer tells nobody which it is.
            if (e instanceof OutcomeUnknown || (e.status() >= 200 && e.status() < 300)) {
                creations.lost(where, name, e);
            }
            throw e;
        } finally {
            creations.end();
        }
    }

    private void note(@Nullable Object answer, @Nullable String name) {
        if (answer instanceof Resource<?> one) {
            creations.made(where, one.id(), one.name());
        } else if (answer instanceof Page<?> several) {
            several.items().forEach(one -> note(one, name));
        } else if (answer instanceof Map<?, ?> order && order.get("id") instanceof String id) {
            creations.made(where, id, name);
        } else if (where.wire().marks() != Wire.Marks.NONE) {
            // Several servers of one order: the answer has their reservation only, but they bear the mark.
            creations.lost(where, name, tellsNot("The answer did not say what was made"));
        }
    }

    private static OpenStackException tellsNot(String why) {
        return new OpenStackException(why, ErrorContext.NONE, null);
    }

    private @Nullable Object put(Object[] arguments, Function<Object[], @Nullable Object> request) {
        Call call = (Call) arguments[arguments.length - 1];
        String id = (String) arguments[0];
        creations.begin();
        try {
            Object answer = request.apply(arguments);
            if (call.status() == 201) {
                creations.made(where, id, id);
            } else if (call.isRepetition()) {
                creations.lost(
                        where, id, tellsNot("The answer to the first attempt was lost, and the second found it there"));
            }
            return answer;
        } finally {
            creations.end();
        }
    }
}

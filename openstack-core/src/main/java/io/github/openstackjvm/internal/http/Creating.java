package io.github.openstackjvm.internal.http;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

import feign.RequestLine;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Creations;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Makes;
import io.github.openstackjvm.internal.wire.MakesNamed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
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
        Makes other = method.getAnnotation(Makes.class);
        if (other != null) {
            return act(other, arguments, request);
        } else if (method.isAnnotationPresent(MakesNamed.class)) {
            return put(arguments, request);
        }
        return makes(api, method) ? post(arguments, request) : request.apply(arguments);
    }

    /** Whether it is a POST to the collection's own path, of things that can be deleted. */
    static boolean makes(Class<?> api, Method method) {
        RequestLine line = method.getAnnotation(RequestLine.class);
        return line != null
                && line.value().equals("POST")
                && Stream.of(method.getParameterTypes()).anyMatch(Body.class::equals)
                && CrudApi.class.isAssignableFrom(api)
                && deletes(api.getEnclosingClass());
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
        String itsName = name;
        return send(where, name, marked, request, (creation, answer) -> note(creation, answer, itsName));
    }

    private void note(Creations.Creation creation, @Nullable Object answer, @Nullable String name) {
        if (answer instanceof Resource<?> one) {
            creation.made(one.id(), one.name());
        } else if (answer instanceof Page<?> several) {
            several.items().forEach(one -> note(creation, one, name));
        } else if (answer instanceof Map<?, ?> order && order.get("id") instanceof String id) {
            creation.made(id, name);
        } else if (where.wire().marks() != Wire.Marks.NONE) {
            // Several servers of one order: the answer has their reservation only, but they bear the mark.
            creation.lost(tellsNot("The answer did not say what was made"));
        }
    }

    @SuppressWarnings("unchecked") // an annotation cannot say that its resource is one of its own kind
    private @Nullable Object act(Makes other, Object[] arguments, Function<Object[], @Nullable Object> request) {
        Lists<?, ?> others =
                (Lists<?, ?>) where.resolver().collection(other.value().asSubclass(Resource.class));
        return send(others.list().question().binding(), null, arguments, request, (creation, answer) -> {
            String id = call(arguments).madeId((Map<?, ?>) answer, other.id());
            if (id.isEmpty()) {
                creation.lost(tellsNot("The answer did not say what was made"));
            } else {
                creation.made(id, null);
            }
        });
    }

    private @Nullable Object put(Object[] arguments, Function<Object[], @Nullable Object> request) {
        Call call = call(arguments);
        String id = (String) arguments[0];
        return send(where, id, arguments, request, (creation, answer) -> {
            if (call.status() == 201) {
                creation.made(id, id);
            } else if (call.isRepetition()) {
                creation.lost(tellsNot("The answer to the first attempt was lost, and the second found it there"));
            }
        });
    }

    private @Nullable Object send(
            Binding<?> what,
            @Nullable String name,
            Object[] arguments,
            Function<Object[], @Nullable Object> request,
            BiConsumer<Creations.Creation, @Nullable Object> note) {
        try (Creations.Creation creation = creations.begin(what, name)) {
            try {
                Object answer = request.apply(arguments);
                note.accept(creation, answer);
                return answer;
            } catch (OpenStackException e) {
                // Nobody knows, or it was made and the answer tells nobody which it is.
                if (call(arguments).mayHaveHappened()) {
                    creation.lost(e);
                }
                throw e;
            }
        }
    }

    private static Call call(Object[] arguments) {
        return (Call) arguments[arguments.length - 1];
    }

    private static OpenStackException tellsNot(String why) {
        return new OpenStackException(why, ErrorContext.NONE, null);
    }
}

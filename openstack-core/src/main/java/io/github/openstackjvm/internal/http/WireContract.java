package io.github.openstackjvm.internal.http;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;

import feign.DefaultContract;
import feign.MethodMetadata;
import feign.Param;
import feign.Request;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;

/**
 * Reads the {@code Api} of a collection: Feign's own annotations, with the path and verbs of {@link Wire} put in, and every
 * path parameter encoded completely.
 */
final class WireContract extends DefaultContract {
    private static final String PARENT = "parent";
    private static final String ID = "id";

    /** A slash that stays one. Feign encodes those it finds, and leaves alone what is encoded. */
    private static final String KEPT_SLASH = "%2f";

    /** The path as it is sent, out of what Feign has made. */
    static String path(String expanded) {
        return expanded.equals("/") ? "" : expanded.replace(KEPT_SLASH, "/");
    }

    @Override
    protected MethodMetadata parseAndValidateMetadata(Class<?> api, Method method) {
        MethodMetadata data = super.parseAndValidateMetadata(api, method);
        Wire wire = api.getAnnotation(Wire.class);
        if (wire == null) {
            throw new IllegalStateException(api + " lacks @Wire");
        }
        String path = wire.path()
                + (isCrud(method, "list") ? wire.list() : "")
                + trimmed(data.template().url());
        data.template().uri(path.isEmpty() ? "/" : path, false);
        // With slashes decoded, an id could add a segment to the path.
        data.template().decodeSlash(false);
        if (isCrud(method, "update")) {
            data.template().method(verb(wire.update()));
        }
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] == Call.class && data.template().hasRequestVariable(PARENT)) {
                data.indexToName().put(i, List.of(PARENT));
                data.indexToExpander(with(data, i, new Parent()));
            } else if (data.indexToName().containsKey(i)) {
                boolean named = wire.id() == Wire.IdShape.PATH
                        && List.of(ID).equals(List.copyOf(data.indexToName().get(i)));
                data.indexToExpander(with(data, i, named ? new Path() : new Segment()));
            }
        }
        return data;
    }

    private static Request.HttpMethod verb(Wire.Update update) {
        return switch (update) {
            case PUT -> Request.HttpMethod.PUT;
            case PATCH, JSON_PATCH -> Request.HttpMethod.PATCH;
            case POST -> Request.HttpMethod.POST;
        };
    }

    private static Map<Integer, Param.Expander> with(MethodMetadata data, int index, Param.Expander expander) {
        Map<Integer, Param.Expander> all =
                data.indexToExpander() == null ? new java.util.LinkedHashMap<>() : data.indexToExpander();
        all.put(index, expander);
        return all;
    }

    static boolean isCrud(Method method, String name) {
        return method.getDeclaringClass() == CrudApi.class && method.getName().equals(name);
    }

    private static String trimmed(String path) {
        return path.equals("/") ? "" : path;
    }

    /** One whole segment. */
    private static final class Segment implements Param.Expander {
        @Override
        public String expand(Object value) {
            return Urls.segment(String.valueOf(value));
        }
    }

    /** A name with slashes. */
    private static final class Path implements Param.Expander {
        @Override
        public String expand(Object value) {
            return Urls.path(String.valueOf(value)).replace("/", KEPT_SLASH);
        }
    }

    /** The parent's id, which travels with the call. */
    private static final class Parent implements Param.Expander {
        @Override
        public String expand(Object value) {
            return Urls.segment(((Call) value).parent());
        }
    }
}

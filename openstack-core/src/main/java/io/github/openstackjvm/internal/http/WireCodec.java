package io.github.openstackjvm.internal.http;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import feign.MethodMetadata;
import feign.Request;
import feign.RequestTemplate;
import feign.Response;
import feign.codec.DecodeException;
import feign.codec.Encoder;
import io.github.openstackjvm.internal.json.Decoder;
import io.github.openstackjvm.internal.json.Headers;
import io.github.openstackjvm.internal.json.Json;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.InHeaders;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Keys;
import io.github.openstackjvm.internal.wire.Removed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Page;
import io.github.openstackjvm.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;

/** Puts the key of {@link Keyed} around bodies and takes it off answers, for the requests of one {@code Api}. */
final class WireCodec implements Encoder, feign.codec.Decoder {
    private final Wire wire;
    private final Map<String, Decoder<?>> decoders = new ConcurrentHashMap<>();

    WireCodec(Wire wire) {
        this.wire = wire;
    }

    @Override
    public void encode(Object value, Type type, RequestTemplate template) {
        Body body = (Body) value;
        if (wire.update() == Wire.Update.JSON_PATCH
                && WireContract.isCrud(template.methodMetadata().method(), "update")) {
            template.body(Json.write(patch(body)), null);
            template.header("Content-Type", wire.patchType());
            return;
        }
        Keyed keyed = keyed(template.methodMetadata());
        String key = keyed == null ? "" : key(keyed.request());
        Object list = key.isEmpty() ? body.fields().get(Body.LIST) : null;
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        if (key.isEmpty()) {
            whole.putAll(body.fields());
        } else {
            whole.put(key, body.fields());
        }
        whole.putAll(body.beside());
        template.body(Json.write(list == null ? whole : list), null);
        template.header("Content-Type", "application/json");
    }

    /** To add a field that is there already is to replace it. */
    private static List<Map<String, @Nullable Object>> patch(Body body) {
        List<Map<String, @Nullable Object>> operations = new ArrayList<>();
        body.fields().forEach((field, value) -> {
            Map<String, @Nullable Object> operation = new LinkedHashMap<>();
            operation.put("op", value == Removed.REMOVED ? "remove" : "add");
            operation.put("path", "/" + field.replace("~", "~0").replace("/", "~1"));
            if (value != Removed.REMOVED) {
                operation.put("value", value);
            }
            operations.add(operation);
        });
        return operations;
    }

    @Override
    public Object decode(Response response, Type type) throws IOException {
        MethodMetadata method = response.request().requestTemplate().methodMetadata();
        AnswerBody body = (AnswerBody) response.body();
        if (type == HttpAnswer.class) {
            return body.answer();
        }
        if (type instanceof ParameterizedType both && both.getRawType() == InHeaders.class) {
            Type model = both.getActualTypeArguments()[0];
            return new InHeaders<>(inHeaders(method, model, response, body), body.answer());
        } else if (response.request().httpMethod() == Request.HttpMethod.HEAD) {
            return inHeaders(method, type, response, body);
        }
        byte[] text = body.answer().bytes();
        if (text.length == 0 && type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            // Some actions answer with a body on some clouds only.
            return new LinkedHashMap<String, Object>();
        }
        Keyed keyed = keyed(method);
        String key = keyed == null ? "" : key(keyed.value());
        try {
            if (type instanceof ParameterizedType list && list.getRawType() == Page.class) {
                return decoder(method, list.getActualTypeArguments()[0])
                        .page(key, wire.wrapsItems() ? wire.one() : "", text);
            }
            return decoder(method, type).one(key, text);
        } catch (IOException e) {
            // The text stays out of the message: it may hold what must not be shown.
            throw new DecodeException(response.status(), String.valueOf(e.getMessage()), response.request(), e);
        }
    }

    private Object inHeaders(MethodMetadata method, Type type, Response response, AnswerBody body) throws IOException {
        try {
            return decoder(method, type)
                    .one("", Headers.object(body.answer().headers(), body.subject(), (Class<?>) type));
        } catch (IOException e) {
            body.answer().close();
            throw new DecodeException(response.status(), String.valueOf(e.getMessage()), response.request(), e);
        }
    }

    private Decoder<?> decoder(MethodMetadata method, Type type) {
        return decoders.computeIfAbsent(method.configKey(), key -> new Decoder<>(type));
    }

    private static @Nullable Keyed keyed(MethodMetadata method) {
        return method.method().getAnnotation(Keyed.class);
    }

    private String key(String declared) {
        return switch (declared) {
            case Keyed.ONE -> wire.one();
            case Keyed.MANY -> Keys.many(wire);
            case Keyed.ITEM -> wire.item();
            default -> declared;
        };
    }
}

package io.github.openstackjvm.internal.wire;

import java.lang.reflect.Method;
import java.util.function.Function;

import feign.Request;
import feign.Response;
import org.jspecify.annotations.Nullable;

/** By which way a call goes: to one service, in one region, with one identity. */
@FunctionalInterface
public interface Line {

    /**
     * Carries out a method of an {@code Api}, by a function that sends its request and decodes the answer.
     *
     * @param arguments the {@link Call} among them
     */
    default @Nullable Object carry(Method method, Object[] arguments, Function<Object[], @Nullable Object> request) {
        return request.apply(arguments);
    }

    /** Sends the request. */
    Response execute(Request request, Call call);
}

package io.github.openstackjvm.internal.http;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import feign.Feign;
import feign.InvocationHandlerFactory.MethodHandler;
import feign.Logger;
import feign.Request;
import feign.Retryer;
import feign.Target;
import feign.codec.DecodeException;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of all {@code Api} interfaces, each made once for a cloud and all its views: a call brings along by which
 * channel it goes.
 */
public final class Apis {
    /** Stands for the service's address, which is known only when the call has a token. */
    static final String SERVICE = "http://service";

    private final Map<Class<?>, Object> proxies = new ConcurrentHashMap<>();

    /** Makes the requests of this interface ready. */
    public <A> A proxy(Class<A> api) {
        return api.cast(proxies.computeIfAbsent(api, Apis::build));
    }

    /** How the requests of this interface look. */
    public static Wire wire(Class<?> api) {
        Wire wire = api.getAnnotation(Wire.class);
        if (wire == null) {
            throw new IllegalStateException(api + " lacks @Wire");
        }
        return wire;
    }

    private static <A> A build(Class<A> api) {
        WireCodec codec = new WireCodec(wire(api));
        return Feign.builder()
                .contract(new WireContract())
                .encoder(codec)
                .decoder(codec)
                .client(Apis::execute)
                // Repetition is the chain's. Feign's own would repeat a POST whose answer was lost.
                .retryer(Retryer.NEVER_RETRY)
                .logLevel(Logger.Level.NONE)
                .invocationHandlerFactory(Apis::handler)
                .target(new Target.HardCodedTarget<>(api, api.getName(), SERVICE));
    }

    /** Feign's exceptions can hold a request, and so a password: none leaves here, not even as a cause. */
    private static InvocationHandler handler(Target<?> target, Map<Method, MethodHandler> dispatch) {
        return (proxy, method, arguments) -> {
            MethodHandler handler = dispatch.get(method);
            if (handler == null) {
                throw new UnsupportedOperationException(method.getName());
            }
            Call call = (Call) arguments[arguments.length - 1];
            return call.line().carry(method, arguments, changed -> invoke(handler, changed));
        };
    }

    @SuppressWarnings("CatchingUnchecked") // Feign declares whatever there is; our methods declare nothing
    private static @Nullable Object invoke(MethodHandler handler, Object[] arguments) {
        try {
            return handler.invoke(arguments);
        } catch (DecodeException e) {
            throw Failures.unreadable(e.request(), e.status(), e.getMessage());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("No request of ours declares exceptions", e);
        }
    }

    private static feign.Response execute(Request request, Request.Options options) {
        Call call = (Call) options;
        return call.line().execute(request, call);
    }
}

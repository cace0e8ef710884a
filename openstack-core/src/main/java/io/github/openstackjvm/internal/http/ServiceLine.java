package io.github.openstackjvm.internal.http;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import feign.Request;
import feign.Response;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Creations;
import io.github.openstackjvm.internal.wire.Line;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Resolver;
import io.github.openstackjvm.internal.wire.Waits;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.VersionRange;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Binds the collections of one service to its channel. */
public final class ServiceLine implements ApiBinder {
    private final Apis apis;
    private final Channel channel;
    private final Resolver resolver;
    private final Waits waits;
    private final UnaryOperator<String> address;
    private final @Nullable Microversion pin;
    private final String detour;
    private final @Nullable Creations creations;

    /**
     * To this channel.
     *
     * @param address makes the address for a path
     * @param creations is told of what is made; null when nobody will clean up
     */
    public ServiceLine(
            Apis apis,
            Channel channel,
            UnaryOperator<String> address,
            Resolver resolver,
            Waits waits,
            @Nullable Creations creations) {
        this(apis, channel, address, resolver, waits, null, "", creations);
    }

    private ServiceLine(
            Apis apis,
            Channel channel,
            UnaryOperator<String> address,
            Resolver resolver,
            Waits waits,
            @Nullable Microversion pin,
            String detour,
            @Nullable Creations creations) {
        this.apis = apis;
        this.channel = channel;
        this.address = address;
        this.resolver = resolver;
        this.waits = waits;
        this.pin = pin;
        this.detour = detour;
        this.creations = creations;
    }

    @Override
    public ApiBinder at(Microversion other) {
        return new ServiceLine(apis, channel, address, resolver, waits, other, detour, creations);
    }

    @Override
    public ApiBinder beside(String segment) {
        return new ServiceLine(
                apis, channel, address, resolver, waits, pin, Urls.UP + "/" + Urls.segment(segment), creations);
    }

    @Override
    public <A> Binding<A> bind(Class<A> api) {
        return new Bound<>(api, null, List.of(), Needs.NONE);
    }

    private final class Bound<A> implements Binding<A>, Line {
        private final Class<A> type;
        private final A api;
        private final Wire wire;
        private final @Nullable String parent;
        private final List<Map.Entry<String, String>> always;
        private final Needs needs;

        Bound(Class<A> type, @Nullable String parent, List<Map.Entry<String, String>> always, Needs needs) {
            this.type = type;
            this.api = apis.proxy(type);
            this.wire = Apis.wire(type);
            this.parent = parent;
            this.always = always;
            this.needs = needs;
        }

        @Override
        public A api() {
            return api;
        }

        @Override
        public Wire wire() {
            return wire;
        }

        @Override
        public Object place() {
            return List.of(channel.place(), detour, type, parent == null ? "" : parent, always);
        }

        @Override
        public String address() {
            return address.apply(detour);
        }

        @Override
        public Resolver resolver() {
            return resolver;
        }

        @Override
        public Waits waits() {
            return waits;
        }

        @Override
        public Call call(Needs more) {
            return new Call(this, needs.and(more), parent).query(always);
        }

        @Override
        public Binding<A> with(String parameter, String value, VersionRange range) {
            List<Map.Entry<String, String>> all = new ArrayList<>(always);
            all.add(Map.entry(parameter, value));
            return new Bound<>(type, parent, all, needs.and("the parameter '" + parameter + "'", range));
        }

        @Override
        public <B> Binding<B> below(String id, Class<B> other) {
            return new Bound<>(other, id, List.of(), Needs.NONE);
        }

        @Override
        public List<Map.Entry<String, String>> parametersOf(String link) {
            List<Map.Entry<String, String>> parameters = Urls.query(link);
            parameters.removeAll(always);
            return parameters;
        }

        @Override
        public void found(String id, @Nullable String name, OpenStackException lost) {
            if (creations != null) {
                creations.found(this, id, name, lost);
            }
        }

        @Override
        public @Nullable Object carry(Method method, Object[] arguments, Function<Object[], @Nullable Object> request) {
            return creations == null
                    ? request.apply(arguments)
                    : new Creating(creations, this, type).carry(method, arguments, request);
        }

        @Override
        public Response execute(Request request, Call call) {
            String path = (wire.outsideProject() ? Outgoing.OUTSIDE_PROJECT : detour)
                    + WireContract.path(request.url().substring(Apis.SERVICE.length()));
            Channel.Answered answered = channel.send(
                    new Outgoing(
                            request.httpMethod().name(),
                            Urls.withQuery(path, call.query()),
                            headers(request, call),
                            body(request, call),
                            call.isStreaming(),
                            false,
                            version(call),
                            call.limit()),
                    call::failedInDoubt);
            HttpAnswer answer = answered.answer();
            call.answered(
                    answer.status(),
                    answered.repetition(),
                    RequestIds.of(answer.headers()).orElse(null),
                    answered.wasGone(),
                    name -> answer.headers().first(name).orElse(null));
            return Response.builder()
                    .request(request)
                    .status(answered.wasGone() ? 204 : answer.status())
                    .headers(many(answer.headers()))
                    .body(new AnswerBody(answer, call.subject()))
                    .build();
        }

        private static @Nullable HttpBody body(Request request, Call call) {
            byte[] json = request.body();
            return call.content() != null ? call.content() : json == null ? null : HttpBody.of(json);
        }

        private Outgoing.Version version(Call call) {
            return new Outgoing.Version(
                    pin,
                    wire.min().isEmpty() ? null : Microversion.of(wire.min()),
                    wire.max().isEmpty() ? null : Microversion.of(wire.max()),
                    call.needs());
        }

        private HttpHeaders headers(Request request, Call call) {
            HttpHeaders headers = HttpHeaders.of("Accept", call.isStreaming() ? "*/*" : "application/json");
            for (Map.Entry<String, Collection<String>> entry : request.headers().entrySet()) {
                for (String value : entry.getValue()) {
                    headers = headers.with(entry.getKey(), value);
                }
            }
            try {
                for (Map.Entry<String, String> header : call.headers().entrySet()) {
                    headers = headers.with(header.getKey(), header.getValue());
                }
            } catch (IllegalArgumentException e) {
                throw new InvalidSpec(String.valueOf(e.getMessage()));
            }
            return headers;
        }

        private Map<String, Collection<String>> many(HttpHeaders headers) {
            return Map.copyOf(headers.toMap());
        }
    }
}

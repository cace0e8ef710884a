package io.github.openstackjvm.internal.wire;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.resource.VersionRange;
import org.jspecify.annotations.Nullable;

/**
 * One kind of resource, bound to a service of a cloud: the requests it can send, and under which conditions.
 *
 * @param <A> its requests
 */
public interface Binding<A> {

    /** The requests. */
    A api();

    /** How they look on the wire. */
    Wire wire();

    /** Where the requests go, by which identity: equal for bindings that see the same resources. */
    Object place();

    /** A new call that touches these things. */
    Call call(Needs needs);

    /** A new call. */
    default Call call() {
        return call(Needs.NONE);
    }

    /** A new call with the headers and needs of this body. */
    default Call call(Body body) {
        return call(body.needs()).headers(body.headers());
    }

    /** The service's address, without a slash at its end. Asks for a token if there is none yet. */
    String address();

    /** Finds ids for names. */
    Resolver resolver();

    /** Waits for the end of transitions. */
    Waits waits();

    /** The same requests with these parameters on every one of them. */
    Binding<A> with(String parameter, String value, VersionRange range);

    /** Tells whoever will clean up that this was found to be made by a request that had failed so. */
    void found(String id, @Nullable String name, OpenStackException lost);

    /** Other requests of the same service, below the resource with this id. */
    <B> Binding<B> below(String parent, Class<B> api);

    /** The parameters of a link to a further page, of which only these are believed: never its host or path. */
    List<Map.Entry<String, String>> parametersOf(String link);
}

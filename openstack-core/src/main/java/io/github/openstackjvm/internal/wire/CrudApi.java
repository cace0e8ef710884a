package io.github.openstackjvm.internal.wire;

import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.resource.Page;

/**
 * The requests that resources have in common. The contract puts {@link Wire#path()} before the paths and the verb of
 * {@link Wire#update()} in place of PUT; the codec adds and removes the keys {@link Wire#one()} and {@link Wire#many()}.
 *
 * @param <T> the resource
 */
public interface CrudApi<T> {

    /** One page. The contract appends {@link Wire#list()}. */
    @Keyed(Keyed.MANY)
    @RequestLine("GET")
    Page<T> list(Call call);

    /** One resource. */
    @Keyed(Keyed.ONE)
    @RequestLine("GET /{id}")
    T get(@Param("id") String id, Call call);

    /** A new resource. */
    @Keyed(value = Keyed.ONE, request = Keyed.ONE)
    @RequestLine("POST")
    T create(Body body, Call call);

    /** A new resource that the cloud goes on making: what its answer says of it. */
    @Keyed(value = Keyed.ONE, request = Keyed.ONE)
    @RequestLine("POST")
    Map<String, Object> order(Body body, Call call);

    /** A changed resource. */
    @Keyed(value = Keyed.ONE, request = Keyed.ONE)
    @RequestLine("PUT /{id}")
    T update(@Param("id") String id, Body body, Call call);

    /** No resource any more. */
    @RequestLine("DELETE /{id}")
    void delete(@Param("id") String id, Call call);
}

package io.github.openstackjvm.internal.wire;

import java.util.Map;

import feign.Param;
import feign.RequestLine;

/** The requests of key-value pairs kept below a resource. */
public interface MetadataApi {

    /** All pairs. */
    @Keyed(Keyed.ONE)
    @RequestLine("GET")
    Map<String, String> all(Call call);

    /** One pair. */
    @Keyed(Keyed.ITEM)
    @RequestLine("GET /{key}")
    Map<String, String> get(@Param("key") String key, Call call);

    /** Sets one pair. */
    @Keyed(value = Keyed.ITEM, request = Keyed.ITEM)
    @RequestLine("PUT /{key}")
    Map<String, String> set(@Param("key") String key, Body pair, Call call);

    /** Sets these pairs and leaves the others. */
    @Keyed(value = Keyed.ONE, request = Keyed.ONE)
    @RequestLine("POST")
    Map<String, String> merge(Body pairs, Call call);

    /** Sets these pairs and removes the others. */
    @Keyed(value = Keyed.ONE, request = Keyed.ONE)
    @RequestLine("PUT")
    Map<String, String> replace(Body pairs, Call call);

    /** Removes one pair. */
    @RequestLine("DELETE /{key}")
    void remove(@Param("key") String key, Call call);
}

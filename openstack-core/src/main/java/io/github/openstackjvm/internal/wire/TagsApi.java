package io.github.openstackjvm.internal.wire;

import java.util.List;

import feign.Param;
import feign.RequestLine;

/** The requests of tags kept below a resource. */
public interface TagsApi {

    /** All tags. */
    @Keyed(Keyed.MANY)
    @RequestLine("GET")
    List<String> all(Call call);

    /** Answers 404 when the resource does not have it. */
    @RequestLine("GET /{tag}")
    void check(@Param("tag") String tag, Call call);

    /** Adds one. */
    @RequestLine("PUT /{tag}")
    void add(@Param("tag") String tag, Call call);

    /** Removes one. */
    @RequestLine("DELETE /{tag}")
    void remove(@Param("tag") String tag, Call call);

    /** Sets exactly these. */
    @RequestLine("PUT")
    void replace(Body tags, Call call);

    /** Removes all. */
    @RequestLine("DELETE")
    void clear(Call call);
}

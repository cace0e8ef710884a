package io.github.openstackjvm.internal.wire;

import feign.Request;
import feign.Response;

/** By which way a call goes: to one service, in one region, with one identity. */
@FunctionalInterface
public interface Line {

    /** Sends the request. */
    Response execute(Request request, Call call);
}

package io.github.openstackjvm.internal.wire;

import io.github.openstackjvm.transport.HttpAnswer;

/**
 * An answer whose headers describe the resource, and whose body is its data. The model is read from the headers as from an
 * object of JSON, under their names in lower case; so is the answer to a HEAD, which has no body. What begins with
 * {@code x-…-meta-} is gathered under {@code metadata} unless the model names it, and {@code name} is {@link Call#about}.
 *
 * @param about the resource
 * @param answer the answer itself, to be closed
 * @param <T> the model
 */
public record InHeaders<T>(T about, HttpAnswer answer) {}

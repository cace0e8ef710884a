package io.github.openstackjvm.internal.http;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

import feign.Response;
import io.github.openstackjvm.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;

/** An answer as Feign wants it; our decoder takes the answer itself. */
final class AnswerBody implements Response.Body {
    private final HttpAnswer answer;
    private final @Nullable String subject;

    AnswerBody(HttpAnswer answer, @Nullable String subject) {
        this.answer = answer;
        this.subject = subject;
    }

    /** The id of the resource that was asked for, where the answer does not repeat it. */
    @Nullable
    String subject() {
        return subject;
    }

    HttpAnswer answer() {
        return answer;
    }

    @Override
    public @Nullable Integer length() {
        return answer.streaming() ? null : Integer.valueOf(answer.bytes().length);
    }

    @Override
    public boolean isRepeatable() {
        return !answer.streaming();
    }

    @Override
    public InputStream asInputStream() {
        return answer.stream();
    }

    @Override
    public Reader asReader(Charset charset) {
        return new InputStreamReader(asInputStream(), charset);
    }

    @Override
    public void close() {
        // A buffered answer holds nothing. A stream belongs to whoever asked for it, who has it from the decoder: Feign
        // closes the body as soon as that has returned.
    }
}

package io.github.openstackjvm.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Begins a download.
 *
 * @param <T> what the service says about the bytes
 */
@FunctionalInterface
public interface Opener<T> {
    /** To the end of it. */
    long REST = -1;

    /**
     * Sends the request. Whoever asked closes the stream.
     *
     * @param from the first byte that is wanted
     * @param count how many are wanted, or {@link #REST}
     */
    Opened<T> open(long from, long count);

    /** Whether only a part is wanted. */
    static boolean part(long from, long count) {
        return from > 0 || count != REST;
    }

    /** The value of the header {@code Range} for a part. */
    static String range(long from, long count) {
        return "bytes=" + from + "-" + (count == REST ? "" : from + count - 1);
    }

    /**
     * The answer to such a request: its wanted bytes, even if it brings the whole although a part was asked for, since not every
     * store has ranges.
     *
     * @param expected what the whole must hash to
     * @see Opened
     */
    static <T> Opened<T> opened(
            String what,
            HttpAnswer answer,
            long from,
            long count,
            T about,
            List<Checksum> expected,
            boolean resumable) {
        List<Checksum> checked = part(from, count) ? List.of() : expected;
        long length =
                answer.headers().first("Content-Length").map(Long::parseLong).orElse(-1L);
        if (answer.status() == 206) {
            return new Opened<>(what, answer.stream(), length, about, checked, resumable);
        }
        try {
            answer.stream().skipNBytes(from);
        } catch (BrokenTransfer e) {
            answer.close();
            throw e.why();
        } catch (IOException e) {
            answer.close();
            throw new OpenStackException(what + " has no byte " + from, ErrorContext.NONE, e);
        }
        long rest = length < 0 ? length : length - from;
        InputStream wanted = count == REST ? answer.stream() : new Limited(answer.stream(), count);
        return new Opened<>(
                what, wanted, count == REST || rest < 0 ? rest : Math.min(rest, count), about, checked, resumable);
    }

    /**
     * A download that has begun.
     *
     * @param what for messages, such as {@code image 8f0…}
     * @param stream its bytes, as they arrive
     * @param length how many they are; negative when it is not known
     * @param about what the service says about them
     * @param expected what the whole must hash to; the first is checked. Empty when only a part was asked for, or the service
     *     does not tell
     * @param resumable whether a further request for the rest is sure to bring bytes of the same whole
     * @param rest brings the rest; null: what brought the beginning
     * @param <T> what the service says about the bytes
     */
    record Opened<T>(
            String what,
            InputStream stream,
            long length,
            T about,
            List<Checksum> expected,
            boolean resumable,
            @Nullable Opener<T> rest) {
        /** Copies the list. */
        public Opened {
            expected = List.copyOf(expected);
        }

        /** The rest comes by the same requests. */
        public Opened(
                String what, InputStream stream, long length, T about, List<Checksum> expected, boolean resumable) {
            this(what, stream, length, about, expected, resumable, null);
        }

        /** The same, where the rest of the same whole, which might be another one by then, comes in this way. */
        public Opened<T> withRest(Opener<T> opener) {
            return new Opened<>(what, stream, length, about, expected, true, opener);
        }
    }
}

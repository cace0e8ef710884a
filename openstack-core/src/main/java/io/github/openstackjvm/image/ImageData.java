package io.github.openstackjvm.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.openstackjvm.error.ChecksumMismatch;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Checksum;
import io.github.openstackjvm.internal.wire.Hashed;
import io.github.openstackjvm.internal.wire.Opener;
import io.github.openstackjvm.internal.wire.Opener.Opened;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transfer.Download;
import io.github.openstackjvm.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;

/** Moves the data of images, and sees to it that they arrive as they are. */
final class ImageData {
    private static final String OCTETS = "application/octet-stream";

    /** What clouds hash by unless they are told otherwise. */
    private static final String USUAL = "SHA-512";

    private final Binding<Images.Api> binding;

    ImageData(Binding<Images.Api> binding) {
        this.binding = binding;
    }

    Image upload(String id, Content content, @Nullable String storeId) {
        // Content that is there once cannot be hashed afterwards in case the cloud has another algorithm.
        Hashed body = content.isOnce() ? new Hashed(content, USUAL, "MD5") : new Hashed(content, USUAL);
        Call call = binding.call().content(OCTETS, body);
        if (storeId != null) {
            call.header("X-Image-Meta-Store", storeId);
        }
        try {
            binding.api().upload(id, call);
        } catch (Conflict e) {
            return ofTheFirstAttempt(id, content, body, e);
        }
        return compared(read(id), content, body);
    }

    /** The answer to an attempt may be lost after the image has become active; the next attempt is refused then. */
    private Image ofTheFirstAttempt(String id, Content content, Hashed body, Conflict refusal) {
        if (body.openings() < 2) {
            throw refusal;
        }
        Image image = read(id);
        if (image.status().equals(ImageStatus.ACTIVE)) {
            return compared(image, content, body);
        }
        throw refusal;
    }

    Image stage(String id, Content content) {
        Hashed body = new Hashed(content);
        binding.api().stage(id, binding.call().content(OCTETS, body));
        Image image = read(id);
        checkSize(image, body);
        return image;
    }

    private Image read(String id) {
        return binding.api().get(id, binding.call());
    }

    private static Image compared(Image image, Content content, Hashed body) {
        checkSize(image, body);
        for (Checksum kept : checksums(image)) {
            Checksum sent = sent(kept.algorithm(), content, body);
            if (sent != null) {
                if (!sent.equals(kept)) {
                    throw mismatch(
                            image,
                            "the " + kept.algorithm() + " of what was sent is " + sent.hex() + ", that of what arrived "
                                    + kept.hex());
                }
                return image;
            }
        }
        return image;
    }

    private static void checkSize(Image image, Hashed body) {
        if (image.sizeBytes() != null && image.sizeBytes() != body.bytes()) {
            throw mismatch(image, body.bytes() + " bytes were sent, and " + image.sizeBytes() + " arrived");
        }
    }

    private static ChecksumMismatch mismatch(Image image, String what) {
        return new ChecksumMismatch(
                "The data of image " + image.id() + " were changed on their way: " + what, ErrorContext.NONE, null);
    }

    /** What was sent, by this algorithm; read once more if need be, null when that cannot be. */
    private static @Nullable Checksum sent(String algorithm, Content content, Hashed body) {
        if (algorithm.equals(USUAL) || (content.isOnce() && algorithm.equals("MD5"))) {
            return body.checksum(algorithm);
        }
        if (content.isOnce()) {
            return null;
        }
        return new Checksum(algorithm, Checksum.hex(Checksum.digest(algorithm), content));
    }

    /** The best first; those this JDK does not know are left out. */
    private static List<Checksum> checksums(Image image) {
        List<Checksum> checksums = new ArrayList<>();
        if (image.hashAlgorithm() != null && image.hashValue() != null) {
            Checksum.of(image.hashAlgorithm(), image.hashValue()).ifPresent(checksums::add);
        }
        if (image.checksum() != null) {
            Checksum.of("md5", image.checksum()).ifPresent(checksums::add);
        }
        return checksums;
    }

    Download<Image> download(Supplier<Image> image) {
        return new Download<>((from, count) -> open(image.get(), from, count));
    }

    private Opened<Image> open(Image image, long from, long count) {
        Call call = binding.call().streaming();
        if (Opener.part(from, count)) {
            call.header("Range", Opener.range(from, count));
        }
        HttpAnswer answer = binding.api().download(image.id(), call);
        if (answer.status() == 204) {
            throw new NotFound(
                    "Image " + image.id() + " has no data: it is " + image.status(), ErrorContext.NONE, null);
        }
        // The data of an image never change: what is asked for later is of the same.
        return Opener.opened("image " + image.id(), answer, from, count, image, checksums(image), true);
    }
}

package io.github.openstackjvm.objectstore;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What an HTML form must have with which everybody can put objects: it is sent to this address as
 * {@code multipart/form-data}, these fields before the files.
 *
 * @param action where it is sent
 * @param fields hidden ones, in their order
 */
public record UploadForm(URI action, Map<String, String> fields) {

    /** Under which terms. */
    public static final class Terms {
        private final Secret key;
        private final Duration validFor;
        private String redirect = "";
        private long maxFileBytes = 1L << 30;
        private int maxFiles = 1;
        private SignedBy digest = SignedBy.SHA256;
        private @Nullable Duration deleteAfter;

        /** Signed with this key of the account or container, and valid for so long from now on. */
        public Terms(Secret key, Duration validFor) {
            this.key = key;
            this.validFor = validFor;
        }

        /** Where the browser goes afterwards, with {@code status} and {@code message} behind it. */
        public Terms redirect(String url) {
            redirect = url;
            return this;
        }

        /** How many bytes a file may have (1 GiB). */
        public Terms maxFileBytes(long bytes) {
            maxFileBytes = bytes;
            return this;
        }

        /** How many files there may be (1). */
        public Terms maxFiles(int files) {
            if (files < 1) {
                throw new InvalidSpec("A form is for at least one file, not for " + files);
            }
            maxFiles = files;
            return this;
        }

        /** How it is signed (SHA-256). */
        public Terms signedBy(SignedBy algorithm) {
            digest = algorithm;
            return this;
        }

        /** When what was put is deleted again. */
        public Terms deleteAfter(Duration time) {
            deleteAfter = time;
            return this;
        }

        UploadForm form(Binding<?> binding, String container, String prefix) {
            Place place = Place.of(binding, container, prefix);
            long expires = binding.waits().now().plus(validFor).getEpochSecond();
            String message = String.join(
                    "\n",
                    place.path(),
                    redirect,
                    String.valueOf(maxFileBytes),
                    String.valueOf(maxFiles),
                    String.valueOf(expires));
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("redirect", redirect);
            fields.put("max_file_size", String.valueOf(maxFileBytes));
            fields.put("max_file_count", String.valueOf(maxFiles));
            fields.put("expires", String.valueOf(expires));
            fields.put("signature", digest.sign(message, key));
            if (deleteAfter != null) {
                fields.put("x_delete_after", String.valueOf(deleteAfter.toSeconds()));
            }
            return new UploadForm(URI.create(place.address()), Collections.unmodifiableMap(fields));
        }
    }
}

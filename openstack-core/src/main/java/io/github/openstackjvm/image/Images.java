package io.github.openstackjvm.image;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Updates;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transport.HttpAnswer;

import static io.github.openstackjvm.internal.wire.Wire.Paging.NEXT_MARKER;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;
import static io.github.openstackjvm.internal.wire.Wire.Update.JSON_PATCH;

/**
 * The images that the project may use: its own, public ones, and those that are shared with it.
 *
 * <p>An image is registered first and gets its data afterwards, once and for all: {@link #create} and {@link #upload}, or
 * {@link #createFrom(ImageSpec, Path)}, which does both.
 */
public final class Images extends ImageTransfers
        implements Lists<Image, Images.Query>,
                Creates<ImageSpec, Image>,
                Updates<Image, ImageSpec.Update, Image>,
                Deletes<Image, Deleted> {

    @Wire(
            path = "/images",
            many = "images",
            paging = NEXT_MARKER,
            sorting = COMBINED,
            update = JSON_PATCH,
            patchType = "application/openstack-images-v2.1-json-patch",
            nameFilter = "name",
            nameOperator = "eq:",
            marks = Wire.Marks.TAGS)
    interface Api extends CrudApi<Image> {
        @RequestLine("PUT /{id}/file")
        void upload(@Param("id") String id, Call call);

        @RequestLine("GET /{id}/file")
        HttpAnswer download(@Param("id") String id, Call call);

        @RequestLine("PUT /{id}/stage")
        void stage(@Param("id") String id, Call call);

        @RequestLine("POST /{id}/import")
        void importData(@Param("id") String id, Body order, Call call);

        @RequestLine("POST /{id}/actions/deactivate")
        void deactivate(@Param("id") String id, Call call);

        @RequestLine("POST /{id}/actions/reactivate")
        void reactivate(@Param("id") String id, Call call);

        @RequestLine("PUT /{id}/tags/{tag}")
        void addTag(@Param("id") String id, @Param("tag") String tag, Call call);

        @RequestLine("DELETE /{id}/tags/{tag}")
        void removeTag(@Param("id") String id, @Param("tag") String tag, Call call);

        @Keyed("tasks")
        @RequestLine("GET /{id}/tasks")
        List<ImageTask> tasks(@Param("id") String id, Call call);

        @RequestLine("GET /{id}/locations")
        List<ImageLocation> locations(@Param("id") String id, Call call);

        @RequestLine("POST /{id}/locations")
        void addLocation(@Param("id") String id, Body location, Call call);
    }

    Images(Binding<Api> binding) {
        super(binding);
    }

    /**
     * Lists the images that the project may use, the latest first: not those hidden, nor other projects' community images.
     * {@code GET /images}.
     */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public ImageSpec spec() {
        return new ImageSpec();
    }

    /**
     * Registers an image, which is queued until its data come. {@code POST /images}.
     *
     * @throws io.github.openstackjvm.error.Conflict when its id is taken, or was once
     * @throws io.github.openstackjvm.error.Forbidden when the project may not, such as make it public
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more
     */
    @Override
    public Image create(ImageSpec spec) {
        return make(spec);
    }

    /**
     * Registers an image and uploads this file as its data; when this returns, the image is active, and the cloud has what the
     * file has. See {@link #createFrom(ImageSpec, Content)}.
     */
    public Image createFrom(ImageSpec spec, Path file) {
        return createFrom(spec, Content.of(file));
    }

    /**
     * Registers an image and uploads its data; when this returns, the image is active, and the cloud has what was sent.
     * {@code POST /images}, {@code PUT /images/{id}/file}, {@code GET /images/{id}}. When the upload fails, the image is deleted
     * again; after an interrupt it stays as it is, since nothing can be sent then.
     *
     * @throws InvalidSpec when a format is missing, before anything is sent
     * @throws io.github.openstackjvm.error.ChecksumMismatch when the cloud has something else than what was sent
     */
    public Image createFrom(ImageSpec spec, Content content) {
        checkFormats(spec);
        Image image = create(spec);
        return orDeleted(image, () -> upload(image, content));
    }

    /**
     * Registers an image and has the cloud fetch its data from this address; http or https, and only where the cloud allows it.
     * {@code POST /images}, {@code POST /images/{id}/import}. Nobody compares what comes with what should: look at the
     * {@linkplain Image#hashValue() hash}. When the import fails later, the image stays, queued.
     *
     * @throws InvalidSpec when a format is missing, before anything is sent
     */
    public Pending<Image> createFrom(ImageSpec spec, URI address) {
        checkFormats(spec);
        Image image = create(spec);
        return orDeleted(image, () -> importData(image, ImportSpec.from(address)));
    }

    private void checkFormats(ImageSpec spec) {
        Set<String> set = bodyOf(spec).fields().keySet();
        String missing = Stream.of("disk_format", "container_format")
                .filter(format -> !set.contains(format))
                .collect(Collectors.joining(" and "));
        if (!missing.isEmpty()) {
            throw new InvalidSpec("ImageSpec needs " + missing
                    + " for an image with data: say bare(DiskFormat.QCOW2), or whatever it is");
        }
    }

    /** An image without its data is of no use, and nobody but this knows its id. */
    private <R> R orDeleted(Image image, Supplier<R> rest) {
        try {
            return rest.get();
        } catch (Cancelled | Closed e) {
            throw e;
        } catch (RuntimeException e) {
            try {
                delete(image);
            } catch (OpenStackException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    @Override
    public ImageSpec.Update changes() {
        return new ImageSpec.Update();
    }

    /**
     * Changes what the changes touch. {@code PATCH /images/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a property that shall go is not there
     * @throws io.github.openstackjvm.error.Forbidden when the image is another project's, or cannot be changed so
     */
    @Override
    public Image update(Ref<Image> ref, ImageSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes an image with its data; servers and volumes made from it stay. {@code DELETE /images/{id}}.
     *
     * @throws io.github.openstackjvm.error.Forbidden when it is protected, or another project's
     * @throws io.github.openstackjvm.error.Conflict when its data are in use, where its store knows that
     */
    @Override
    public Deleted delete(Ref<Image> ref) {
        return remove(ref);
    }

    @Override
    protected boolean slow() {
        return true;
    }

    /** Several are looked at with one list: glance takes ids as one text. */
    @Override
    protected Question<Image> among(Set<String> ids, Instant since) {
        return list().with("id", "in:" + String.join(",", ids)).question();
    }

    /** Hidden ones are found by their names when no other has it, as the {@code openstack} command does. */
    @Override
    protected Question<Image> elsewhere(Question<Image> named) {
        return new Query(named).hidden(true).question();
    }

    /** How two times are compared. */
    public enum Compare {
        /** The same. */
        EQ,
        /** Another. */
        NEQ,
        /** Later. */
        GT,
        /** Later, or the same. */
        GTE,
        /** Earlier. */
        LT,
        /** Earlier, or the same. */
        LTE
    }

    /**
     * A listing of images. Of a filter that is set twice the latter counts, but for tags and properties. Texts are compared
     * without regard to case where the cloud's database does so.
     */
    public static final class Query extends Listing<Image, Query> {
        Query(Question<Image> question) {
            super(question, Query::new);
        }

        /** With exactly this name. */
        public Query name(String name) {
            // Else a colon in the name would be taken for an operator.
            return with("name", "eq:" + name);
        }

        /** With one of these names. */
        public Query names(String... names) {
            return with("name", in(names));
        }

        /** With one of these ids. */
        public Query ids(String... ids) {
            return with("id", in(ids));
        }

        /** In one of these states. */
        public Query status(ImageStatus... statuses) {
            return with("status", in(words((Object[]) statuses)));
        }

        /** With one of these disk formats. */
        public Query diskFormat(DiskFormat... formats) {
            return with("disk_format", in(words((Object[]) formats)));
        }

        /** With one of these container formats. */
        public Query containerFormat(ContainerFormat... formats) {
            return with("container_format", in(words((Object[]) formats)));
        }

        /** Of this visibility; {@link ImageVisibility#COMMUNITY} brings those of other projects, too. */
        public Query visibility(ImageVisibility visibility) {
            return with("visibility", visibility);
        }

        /** Of every visibility: those of the community, too. */
        public Query everyVisibility() {
            return with("visibility", "all");
        }

        /** Of the project with this id. */
        public Query projectId(String projectId) {
            return with("owner", projectId);
        }

        /** Of those that are shared with the project, the ones it made this of; the accepted ones unless something else is said. */
        public Query memberStatus(MemberStatus status) {
            return with("member_status", status);
        }

        /** All that are shared with the project, whatever it made of them. */
        public Query everyMemberStatus() {
            return with("member_status", "all");
        }

        /** The hidden ones only, in place of those that are not. */
        @Since("2.7")
        public Query hidden(boolean hidden) {
            return with("os_hidden", hidden);
        }

        /** Those that are protected, or those that are not. */
        public Query isProtected(boolean isProtected) {
            return with("protected", isProtected);
        }

        /** With data of at least this size. */
        public Query minSizeBytes(long bytes) {
            return with("size_min", bytes);
        }

        /** With data of at most this size. */
        public Query maxSizeBytes(long bytes) {
            return with("size_max", bytes);
        }

        /** Registered at such a time. */
        public Query createdAt(Compare compare, Instant time) {
            return with("created_at", compare.name().toLowerCase(Locale.ROOT) + ":" + time);
        }

        /** Last changed at such a time. */
        public Query updatedAt(Compare compare, Instant time) {
            return with("updated_at", compare.name().toLowerCase(Locale.ROOT) + ":" + time);
        }

        /** Whose data have this MD5. */
        public Query checksum(String md5) {
            return with("checksum", md5);
        }

        /** Whose data have this hash. */
        @Since("2.7")
        public Query hashValue(String hash) {
            return with("os_hash_value", hash);
        }

        /** With all of these tags. */
        public Query tags(String... tags) {
            return with("tag", (Object[]) tags);
        }

        /** With this property. */
        public Query property(String name, String value) {
            return with(name, value);
        }

        private static String[] words(Object... values) {
            return Arrays.stream(values).map(Object::toString).toArray(String[]::new);
        }

        /** A text with a comma in it has to be quoted. */
        private static String in(String... values) {
            List<String> quoted = new ArrayList<>();
            for (String value : values) {
                quoted.add(value.contains(",") ? "\"" + value + "\"" : value);
            }
            return "in:" + String.join(",", quoted);
        }
    }
}

package io.github.openstackjvm.objectstore;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.InHeaders;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Updates;
import io.github.openstackjvm.resource.VersionRange;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transfer.Download;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.PATH;
import static io.github.openstackjvm.internal.wire.Wire.Paging.MARKER;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** The objects of one container. Their names are their ids: any text, with slashes or without. */
public final class StoredObjects extends ObjectCopies
        implements Lists<StoredObject, StoredObjects.Query>,
                Updates<StoredObject, ObjectSpec.Update, Ref<StoredObject>>,
                Deletes<StoredObject, Deleted> {

    /** What a change of an object's headers would take away unless it is sent again. */
    private static final List<String> LOST_BY_POST = List.of(
            "Content-Disposition",
            "Content-Encoding",
            "Content-Language",
            "Cache-Control",
            "Expires",
            "X-Delete-At",
            "X-Object-Manifest",
            "X-Robots-Tag");

    @Wire(path = "/{parent}", one = "object", many = "", id = PATH, paging = MARKER, sorting = NONE)
    interface Api extends CrudApi<StoredObject> {
        @RequestLine("HEAD /{id}")
        StoredObject head(@Param("id") String id, Call call);

        @RequestLine("GET /{id}")
        InHeaders<StoredObject> read(@Param("id") String id, Call call);

        @RequestLine("PUT /{id}")
        void put(@Param("id") String id, Call call);

        @RequestLine("POST /{id}")
        void post(@Param("id") String id, Call call);

        /** With {@code multipart-manifest=get}. */
        @RequestLine("GET /{id}")
        List<Segment> manifest(@Param("id") String id, Call call);

        /** With {@code multipart-manifest=put}. */
        @RequestLine("PUT /{id}")
        void putManifest(@Param("id") String id, Body segments, Call call);

        /** With {@code multipart-manifest=delete}. */
        @RequestLine("DELETE /{id}")
        BulkReport.Answer deleteLarge(@Param("id") String id, Call call);

        /** With {@code extract-archive}, into the container. */
        @RequestLine("PUT")
        BulkReport.Answer extract(Call call);

        /** With {@code extract-archive}, below a name. */
        @RequestLine("PUT /{id}")
        BulkReport.Answer extractBelow(@Param("id") String id, Call call);
    }

    private final Binding<StorageAccount.Api> account;

    StoredObjects(Binding<Api> binding, Binding<StorageAccount.Api> account, String container) {
        super(binding, container);
        this.account = account;
    }

    /** The objects of another container of the account. */
    StoredObjects in(String other) {
        return new StoredObjects(account.below(other, Api.class), account, other);
    }

    /** The containers of the account. */
    Containers containers() {
        return new Containers(account.below(container, Containers.Api.class));
    }

    /** Deletes what has these paths below the account, which are encoded. */
    BulkReport deletePaths(List<String> paths) {
        return new BulkDeletion(account).delete(paths);
    }

    /** The version with this id, in every verb about one object: to read it, to copy it, to delete it for good. */
    public StoredObjects ofVersion(String versionId) {
        return new StoredObjects(binding.with("version-id", versionId, VersionRange.ANY), account, container);
    }

    /**
     * Makes an older version the current one again, also of an object that was deleted. No bytes are copied: the versions
     * stay as they are. {@code PUT /{container}/{object}?version-id=…}.
     *
     * @throws io.github.openstackjvm.error.NotFound when there is no such version
     */
    public Ref<StoredObject> restore(Ref<StoredObject> ref, String versionId) {
        String name = idOf(ref);
        binding.api().put(name, binding.call().query("version-id", versionId));
        return Ref.id(name);
    }

    /** The links themselves, where there are some, in the verbs that read and copy, and not what they stand for. */
    public StoredObjects asLinks() {
        return new StoredObjects(binding.with("symlink", "get", VersionRange.ANY), account, container);
    }

    /** Lists the objects by name. {@code GET /{container}}. */
    @Override
    public Query list() {
        return new Query(everything(StoredObjects::after));
    }

    private static Map<String, String> after(StoredObject last) {
        String version = last.versionId();
        return version == null
                ? Map.of("marker", last.name())
                : Map.of("marker", last.name(), "version_marker", version);
    }

    /** Reads what is known of an object, and not its bytes. {@code HEAD /{container}/{object}}. */
    @Override
    protected StoredObject read(Ref<StoredObject> ref) {
        String name = idOf(ref);
        return binding.api().head(name, binding.call().about(name));
    }

    /**
     * The same under these conditions.
     *
     * @throws io.github.openstackjvm.error.NotModified when it is not new
     * @throws Conflict when it is another one
     */
    public StoredObject get(Ref<StoredObject> ref, ReadCondition... conditions) {
        String name = idOf(ref);
        return checked(
                conditions,
                () -> binding.api().head(name, under(conditions, binding.call().about(name))));
    }

    private static Call under(ReadCondition[] conditions, Call call) {
        for (ReadCondition condition : conditions) {
            call.header(condition.header(), condition.value());
        }
        return call;
    }

    /** Swift's word for a condition that is not fulfilled is its word for much else. */
    static <R> R checked(ReadCondition[] conditions, Supplier<R> request) {
        try {
            return request.get();
        } catch (BadRequest e) {
            throw conditions.length > 0 && e.context().status() == 412
                    ? new Conflict(Conflict.Reason.CHANGED, String.valueOf(e.getMessage()), e.context(), e)
                    : e;
        }
    }

    /** Puts an object, in place of the one of this name if there is one. {@code PUT /{container}/{object}}. */
    public StoredObject put(String name, Content content) {
        return put(name, content, new ObjectSpec());
    }

    /**
     * Puts an object, in place of the one of this name if there is one, and compares the MD5 that Swift has come to with the
     * one of what was sent. {@code PUT /{container}/{object}}. For more than 5 GiB, and for many connections at once, there is
     * {@link #upload}.
     *
     * @throws io.github.openstackjvm.error.ChecksumMismatch when the bytes were changed on their way
     * @throws Conflict when there must be none and is one
     * @throws io.github.openstackjvm.error.QuotaExceeded when the container or account may hold no more
     */
    public StoredObject put(String name, Content content, ObjectSpec spec) {
        return new Upload(this, name, bodyOf(spec)).whole(content);
    }

    /** Puts a file, in segments if it is large. */
    public StoredObject upload(String name, Path file) {
        return upload(name, Content.of(file), new LargeUpload());
    }

    /**
     * Puts an object of any size: as {@link #put} does if it is no larger than a segment, and otherwise in segments, several at
     * once, and then a manifest that makes one object of them. Each is compared with what was sent. If it fails, what was put
     * is deleted again, unless the upload is resumable, or the manifest may be there although its answer was lost.
     *
     * <p>Segments of the object that was there before are deleted afterwards; of a dynamic one those whose names begin with its
     * own and a slash. Content that can be read once only, or whose length is not known, is put one segment after the other.
     *
     * @throws io.github.openstackjvm.error.OpenStackException also when the object is there, but old segments could not be
     *     deleted, which it names
     */
    public StoredObject upload(String name, Content content, LargeUpload how) {
        return new SegmentedUpload(this, segments(how), name, content, how).run();
    }

    private StoredObjects segments(LargeUpload how) {
        String name = how.segmentContainer() == null ? container + "_segments" : how.segmentContainer();
        return in(name);
    }

    /**
     * What is to be downloaded: nothing is sent until it is told where the bytes go. {@code GET /{container}/{object}}. The
     * whole is compared with its ETag, of large objects, too. A connection that breaks is taken up where it broke, as long as
     * the object is the same.
     */
    public Download<StoredObject> download(Ref<StoredObject> ref, ReadCondition... conditions) {
        return new Download<>(new ObjectOpener(this, idOf(ref), conditions));
    }

    /** What is to be downloaded of the object with this name. */
    public Download<StoredObject> download(String name, ReadCondition... conditions) {
        return download(Ref.id(name), conditions);
    }

    @Override
    public ObjectSpec.Update changes() {
        return new ObjectSpec.Update();
    }

    /**
     * Changes what the changes touch, and leaves the rest. Swift only replaces all of it: this reads what there is, and sets
     * it together with the changes, so that what somebody else sets in between is lost.
     * {@code HEAD} and {@code POST /{container}/{object}}.
     */
    @Override
    public Ref<StoredObject> update(Ref<StoredObject> ref, ObjectSpec.Update changes) {
        String name = idOf(ref);
        Body touched = bodyOf(changes).inHeaders();
        Call head = binding.call().about(name);
        StoredObject now = binding.api().head(name, head);
        Map<String, String> all = new LinkedHashMap<>();
        now.metadata().forEach((key, value) -> all.put("x-object-meta-" + key, value));
        for (String header : LOST_BY_POST) {
            String value = head.answerHeader(header);
            if (value != null) {
                all.put(header.toLowerCase(java.util.Locale.ROOT), value);
            }
        }
        touched.headers().forEach((header, value) -> all.put(header.toLowerCase(java.util.Locale.ROOT), value));
        if (all.containsKey("x-delete-after")) {
            all.remove("x-delete-at");
        }
        all.values().removeIf(String::isEmpty);
        binding.api().post(name, binding.call().headers(all));
        return ref;
    }

    /**
     * Sets exactly this of an object, and takes all other metadata and headers away but the media type.
     * {@code POST /{container}/{object}}.
     */
    public Ref<StoredObject> replace(Ref<StoredObject> ref, ObjectSpec.Update headers) {
        Body body = bodyOf(headers).inHeaders();
        binding.api().post(idOf(ref), binding.call(body));
        return ref;
    }

    /** Deletes an object; of a large one, the segments stay. {@code DELETE /{container}/{object}}. */
    @Override
    public Deleted delete(Ref<StoredObject> ref) {
        return remove(ref);
    }

    /**
     * Deletes the objects with these names, those of large ones without their segments, with as few requests as possible.
     * {@code POST ?bulk-delete}. That some are not there is fine.
     *
     * @throws io.github.openstackjvm.error.OpenStackException when some could not be deleted, which it names
     */
    public BulkReport deleteAll(Collection<String> names) {
        List<String> paths = new ArrayList<>();
        names.forEach(name -> paths.add(Encoded.path(container, idOf(Ref.<StoredObject>id(name)))));
        return deletePaths(paths);
    }

    /**
     * Deletes an object, and if it is a large one, all its segments. Reads it first, to know what it is.
     * {@code DELETE /{container}/{object}?multipart-manifest=delete}.
     *
     * @throws io.github.openstackjvm.error.OpenStackException when some segments could not be deleted, which it names
     */
    public BulkReport deleteWithSegments(Ref<StoredObject> ref) {
        String name = idOf(ref);
        StoredObject object = read(ref);
        String manifest = object.dynamicManifest();
        if (object.staticLarge()) {
            return BulkDeletion.report(
                    binding.api().deleteLarge(name, binding.call().query("multipart-manifest", "delete")));
        }
        BulkReport segments = new BulkReport(0, 0);
        if (manifest != null) {
            String[] parts = manifest.split("/", 2);
            StoredObjects others = in(parts[0]);
            segments = others.deleteAll(others.list().prefix(parts[1]).stream()
                    .map(StoredObject::name)
                    .toList());
        }
        delete(ref);
        return segments.plus(new BulkReport(1, 0));
    }

    /**
     * Makes one object of others, which are compared with what the segments say of them.
     * {@code PUT /{container}/{object}?multipart-manifest=put}.
     *
     * @throws BadRequest when a segment is not there, or is not what it should be
     */
    public StoredObject putManifest(String name, List<Segment> segments, ObjectSpec spec) {
        return new Upload(this, name, bodyOf(spec)).manifest(segments);
    }

    /**
     * Puts all files of an archive, in one request, with this text before their names.
     * {@code PUT /{container}/{prefix}?extract-archive=…}.
     *
     * @param prefix such as {@code backup/}; empty: none
     * @throws io.github.openstackjvm.error.OpenStackException when some could not be put, which it names
     */
    public BulkReport extract(String prefix, Archive format, Content archive) {
        Call call = binding.call().query("extract-archive", format.wire()).content("application/octet-stream", archive);
        // It goes by the name, and always puts a slash behind it.
        String below = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        if (!prefix.isEmpty() && below.equals(prefix)) {
            throw new InvalidSpec("Names in an archive can only be put below a folder: '" + prefix
                    + "' must end with a slash, or be empty");
        }
        return BulkDeletion.report(
                below.isEmpty() ? binding.api().extract(call) : binding.api().extractBelow(below, call));
    }

    /** Puts all files of a folder and of those in it that are not there yet, or differ; several at once. */
    public DirectoryReport uploadDirectory(Path directory, String prefix, DirectoryOptions options) {
        return new DirectoryTransfer(this, directory, prefix, options).upload();
    }

    /** Fetches all objects whose names begin so, and which are not in that folder yet, or differ; several at once. */
    public DirectoryReport downloadDirectory(String prefix, Path directory, DirectoryOptions options) {
        return new DirectoryTransfer(this, directory, prefix, options).download();
    }

    /**
     * A link with which everybody can do one thing with an object for a while. Nothing is sent, unless no key is given: then
     * that of the container or the account is asked for.
     */
    public URI tempUrl(String name, TempUrl how) {
        return how.link(binding, account, container, idOf(Ref.<StoredObject>id(name)));
    }

    /** What an HTML form must have with which everybody can put objects for a while. Nothing is sent. */
    public UploadForm uploadForm(String prefix, UploadForm.Terms terms) {
        return terms.form(binding, container, prefix);
    }

    /** A listing of objects. */
    public static final class Query extends Listing<StoredObject, Query> {
        Query(Question<StoredObject> question) {
            super(question, Query::new);
        }

        /** Whose names begin so. */
        public Query prefix(String prefix) {
            return with("prefix", prefix);
        }

        /** Cuts names behind this text, and lists what they then have in common once, as a folder. */
        public Query delimiter(String delimiter) {
            return with("delimiter", delimiter);
        }

        /** What lies directly in this folder: its objects and the folders in it. The empty one has all. */
        public Query folder(String folder) {
            Query below = delimiter("/");
            return folder.isEmpty() ? below : below.prefix(folder.endsWith("/") ? folder : folder + "/");
        }

        /** Whose names come after this one. */
        public Query after(String name) {
            return with("marker", name);
        }

        /** Whose names come before this one. */
        public Query before(String name) {
            return with("end_marker", name);
        }

        /** The last name first; {@link #after} and {@link #before} then mean that order, too. */
        public Query reverse() {
            return with("reverse", true);
        }

        /** All versions of the objects, the latest of each first, with marks for deletions. */
        public Query versions() {
            return with("versions", true);
        }
    }
}

package io.github.openstackjvm.testkit.objectstore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.objectstore.StaticLargeObjects.Deletion;
import org.jspecify.annotations.Nullable;

/** Many deletions, or the contents of an archive, in one request; the answer is 200 and says in its body what happened. */
final class Bulk implements Filter {
    private static final Map<String, String> ARCHIVES = Map.of("tar", "", "tar.gz", "gz", "tar.bz2", "bz2");
    private static final int LONGEST_PATH = Info.MAX_OBJECT_NAME + Info.MAX_CONTAINER_NAME + 2;

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        String archive = request.param("extract-archive");
        if (archive != null && request.is("PUT")) {
            String packed = ARCHIVES.get(archive.toLowerCase(Locale.ROOT).replaceAll("^\\.+|\\.+$", ""));
            if (packed == null) {
                throw new Refused(400, "Unsupported archive format");
            }
            return extract(request, packed, next);
        }
        if (request.param("bulk-delete") != null && request.is("POST", "DELETE")) {
            Report report = new Report("delete", Report.format(request, null));
            return delete(request, null, report, next);
        }
        return next.handle(request);
    }

    /** Deletes these, or what the request's body lists. */
    static SwiftResponse delete(SwiftRequest request, @Nullable List<Deletion> wanted, Report report, App next) {
        report.put("Response Status", SwiftResponse.line(200));
        report.put("Response Body", "");
        report.put("Number Deleted", 0);
        report.put("Number Not Found", 0);
        try {
            if (report.format() == null) {
                throw new Refused(406);
            }
            String type = request.headers().get("Content-Type", "");
            if (wanted == null && !type.isEmpty() && !type.startsWith("text/plain")) {
                throw new Refused(406);
            }
            List<Deletion> all = wanted == null ? listed(request) : wanted;
            Deletions deletions = new Deletions(request, report, next);
            // Objects first, so that a container in the same list may be empty by then.
            all.stream().filter(each -> inner(each.name()).contains("/")).forEach(deletions::delete);
            all.stream().filter(each -> !inner(each.name()).contains("/")).forEach(deletions::delete);
            deletions.report();
        } catch (Refused refused) {
            report.put("Response Status", refused.response().line());
            report.put("Response Body", refused.response().words());
        }
        return report.responseAfter(200, "");
    }

    private static String inner(String name) {
        return name.replaceAll("^/+|/+$", "");
    }

    private static List<Deletion> listed(SwiftRequest request) {
        if (request.contentLength() == null && !request.chunked()) {
            throw new Refused(411);
        }
        List<Deletion> all = new ArrayList<>();
        for (String line : request.body().text().split("\n", -1)) {
            if (line.length() > LONGEST_PATH * 2) {
                throw new Refused(400, "Invalid File Name");
            }
            String name = Encoded.decode(line.strip());
            if (!name.isEmpty()) {
                all.add(new Deletion(name, null, null));
            }
        }
        if (all.size() > Info.MAX_DELETES) {
            throw new Refused(413, "Maximum Bulk Deletes: " + Info.MAX_DELETES + " per request");
        }
        return all;
    }

    /** Counts while it deletes. */
    private static final class Deletions {
        private final SwiftRequest request;
        private final Report report;
        private final App next;
        private int deleted;
        private int absent;
        private boolean broken;

        Deletions(SwiftRequest request, Report report, App next) {
            this.request = request;
            this.report = report;
            this.next = next;
        }

        void delete(Deletion wanted) {
            SwiftResponse error = wanted.error();
            if (error != null) {
                if (error.status() == 404) {
                    absent++;
                } else {
                    report.failure(Encoded.encode(wanted.name()), error.words());
                }
                return;
            }
            if (wanted.name().indexOf('\0') >= 0) {
                report.failure(Encoded.encode(wanted.name()), SwiftResponse.line(412));
                return;
            }
            SwiftRequest.Path path = path(wanted.name().replaceAll("^/+", ""));
            SwiftRequest delete = request.sub("DELETE", path);
            if (wanted.version() != null) {
                delete.param("version-id", wanted.version());
            }
            SwiftResponse answer = next.handle(delete);
            if (answer.success()) {
                deleted++;
            } else if (answer.status() == 404) {
                absent++;
            } else {
                broken |= answer.status() >= 500;
                report.failure(Encoded.encode(wanted.name()), answer.line());
            }
            if (report.failures() >= Info.MAX_FAILURES) {
                report.put("Number Deleted", deleted);
                report.put("Number Not Found", absent);
                throw new Refused(400, "Max delete failures exceeded");
            }
        }

        private SwiftRequest.Path path(String name) {
            SwiftRequest.Path object = SwiftRequest.Path.below(request.account(), name);
            return object != null ? object : SwiftRequest.Path.of(request.account(), name.replaceAll("/$", ""));
        }

        void report() {
            report.put("Number Deleted", deleted);
            report.put("Number Not Found", absent);
            if (report.failed()) {
                report.put("Response Status", SwiftResponse.line(broken ? 502 : 400));
            } else if (deleted + absent == 0) {
                report.put("Response Status", SwiftResponse.line(400));
                report.put("Response Body", "Invalid bulk delete.");
            }
        }
    }

    private static SwiftResponse extract(SwiftRequest request, String packed, App next) {
        Report report = new Report("extract", Report.format(request, null));
        report.put("Response Status", SwiftResponse.line(201));
        report.put("Response Body", "");
        report.put("Number Files Created", 0);
        try {
            if (report.format() == null) {
                throw new Refused(406);
            } else if (request.contentLength() == null && !request.chunked()) {
                throw new Refused(411);
            }
            new Extraction(request, report, next).run(packed);
        } catch (Refused refused) {
            report.put("Response Status", refused.response().line());
            report.put("Response Body", refused.response().words());
        } catch (IOException e) {
            report.put("Response Status", SwiftResponse.line(400));
            report.put("Response Body", "Invalid Tar File: " + e.getMessage());
        }
        return report.response(200);
    }

    /** Puts the files of one archive. */
    private static final class Extraction {
        private final SwiftRequest request;
        private final Report report;
        private final App next;
        private final Set<String> known = new HashSet<>();
        private int created;

        Extraction(SwiftRequest request, Report report, App next) {
            this.request = request;
            this.report = report;
            this.next = next;
        }

        void run(String packed) throws IOException {
            try (TarReader tar = TarReader.open(request.body(), packed)) {
                for (TarReader.Entry entry = tar.next();
                        entry != null && report.failures() < Info.MAX_FAILURES;
                        entry = tar.next()) {
                    put(entry);
                }
            }
            if (report.failed()) {
                report.put("Response Status", SwiftResponse.line(400));
            } else if (created == 0) {
                report.put("Response Status", SwiftResponse.line(400));
                report.put("Response Body", "Invalid Tar File: No Valid Files");
            }
        }

        private void put(TarReader.Entry entry) throws IOException {
            String base = (request.container() + "/" + request.object()).replaceAll("/+$", "");
            String name = entry.name().replaceAll("^\\./", "").replaceAll("^/+", "");
            SwiftRequest.Path path =
                    SwiftRequest.Path.below(request.account(), base.isEmpty() ? name : base + "/" + name);
            if (path == null) {
                return; // a file at the base of an archive for an account
            }
            String whole = path.container0() + "/" + path.object0();
            SwiftRequest.Path container = SwiftRequest.Path.of(request.account(), path.container0());
            String failed = null;
            if (known.add(path.container0())
                    && next.handle(request.sub("HEAD", container)).status() == 404) {
                SwiftResponse made = next.handle(request.sub("PUT", container).body(FakeBody.EMPTY));
                failed = made.success() ? null : made.line();
            }
            FakeBody body = entry.body();
            SwiftRequest put = request.sub("PUT", path).body(body);
            put.headers()
                    .copy(
                            request.headers(),
                            header -> header.startsWith("X-Object-Meta-") || header.startsWith("X-Delete-A"));
            entry.headers().forEach(put.headers()::set);
            SwiftResponse answer = next.handle(put);
            body.discard();
            if (answer.success()) {
                report.put("Number Files Created", ++created);
                return;
            }
            if (failed != null) {
                report.failure(Encoded.encode(container.toString()), failed);
            }
            report.failure(Encoded.encode(whole), answer.line());
            if (answer.status() == 401) {
                throw new Refused(401);
            }
        }
    }
}

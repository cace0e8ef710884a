package io.github.openstackjvm.testkit.compute;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Row;

/** What Nova asks of Glance. */
interface Glance {
    /** The image, when the caller may see it. */
    Optional<Row> image(Caller caller, String id);

    /** What the owner said of an image beside what every image has. */
    Map<String, Object> properties(Row image);

    /** An image that waits for data, of fields as on the wire. */
    Row create(Caller caller, Map<String, Object> wanted);

    /** Gives an image its data. */
    void upload(String id, byte[] data);

    /** The backups of this type of a server, the oldest first. */
    List<Row> ofServer(String server, String backupType);

    /** Removes an image; that there is none is fine. */
    void delete(String id);
}

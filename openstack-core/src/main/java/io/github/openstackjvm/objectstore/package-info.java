/**
 * Object store (Swift), API version 1.
 *
 * <p>Make a container that everybody may read, and put a file into it:
 * <pre>{@code
 * ObjectStoreService store = cloud.objectstore();
 * store.containers().create(ContainerSpec.named("photos").publicRead());
 * StoredObjects photos = store.objects("photos");
 * photos.put("2026/cat.jpg", Content.of(Path.of("cat.jpg")), new ObjectSpec().metadata("camera", "X100"));
 * }</pre>
 *
 * <p>Fetch it, complete and verified or not at all:
 * <pre>{@code
 * photos.download("2026/cat.jpg").to(Path.of("copy.jpg"));
 * }</pre>
 *
 * <p>Go through a folder:
 * <pre>{@code
 * for (StoredObject each : photos.list().folder("2026/")) {
 *   System.out.println(each.isFolder() ? each.name() : each.name() + " " + each.bytes());
 * }
 * }</pre>
 *
 * <p>Put a file of any size, in segments, several at once, and go on after a failure:
 * <pre>{@code
 * photos.upload("backup.tar", Content.of(file),
 *     new LargeUpload().segmentBytes(1L << 30).resumable("monday"));
 * }</pre>
 *
 * <p>Bring a whole folder there, but for what is there already:
 * <pre>{@code
 * photos.uploadDirectory(Path.of("pictures"), "2026/", new DirectoryOptions());
 * }</pre>
 *
 * <p>Let somebody without an account fetch an object for an hour:
 * <pre>{@code
 * store.account().update(new AccountUpdate().tempUrlKey(Secret.of("…")));
 * URI link = photos.tempUrl("2026/cat.jpg", TempUrl.get().validFor(Duration.ofHours(1)));
 * }</pre>
 *
 * <p>Keep all versions, and bring one back:
 * <pre>{@code
 * store.containers().update("photos", store.containers().changes().versions(true));
 * StoredObject before = photos.list().prefix("cat.jpg").versions().toList().get(1);
 * photos.restore(before, before.versionId());
 * }</pre>
 */
@NullMarked
package io.github.openstackjvm.objectstore;

import org.jspecify.annotations.NullMarked;

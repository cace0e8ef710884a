/**
 * Image (Glance), API version 2.
 * <pre>{@code
 * Images images = cloud.image().images();
 *
 * // an image out of a file, verified when this returns
 * Image ubuntu = images.createFrom(ImageSpec.named("ubuntu").bare(DiskFormat.QCOW2), Path.of("ubuntu.qcow2"));
 * // … watched
 * images.createFrom(spec, Content.of(file).onProgress(p -> bar.show(p.bytes())));
 * // … that the cloud fetches itself
 * images.createFrom(spec, URI.create("https://example.org/ubuntu.qcow2")).join();
 *
 * // back into a file, or a part of it
 * images.download(ubuntu).to(Path.of("copy.qcow2"));
 * images.download(ubuntu).range(0, 512).read(in -> in.readAllBytes());
 *
 * // change it
 * images.update(ubuntu, images.changes().property("os_distro", "ubuntu").removeProperty("obsolete"));
 * images.tags(ubuntu).add("lts");
 * images.update(ubuntu, images.changes().hidden(true));
 *
 * // share it, and accept what is shared
 * images.members(ubuntu).add(otherProjectId);
 * images.members(theirs).accept(cloud.session().projectId());
 *
 * // find some
 * images.list().status(ImageStatus.ACTIVE).tags("lts").sortBy("name", Order.ASC)
 *
 * // stores
 * images.importData(ubuntu, ImportSpec.copyTo("ceph")).join();
 * }</pre>
 */
@NullMarked
package io.github.openstackjvm.image;

import org.jspecify.annotations.NullMarked;

/**
 * Bulk data on its way into a cloud and out of it: images, objects. It passes in pieces of a few dozen KiB and is never
 * held in memory as a whole.
 *
 * <p>What goes up is a {@link io.github.openstackjvm.transfer.Content}:
 * <pre>{@code
 * Content.of(Path.of("ubuntu.qcow2"))                     a file
 * Content.of("hello")                                     a text
 * Content.from(length, () -> archive.open(entry))         a source that can be opened again
 * Content.chunked(() -> url.openStream())                 the same, whose length is not known
 * Content.once(System.in)                                 a stream that is there once
 * Content.of(file).onProgress(p -> bar.show(p.bytes()))   watched
 * }</pre>
 *
 * <p>What comes down is a {@link io.github.openstackjvm.transfer.Download}, for which nothing is sent until it is told where
 * the bytes go:
 * <pre>{@code
 * download.to(Path.of("ubuntu.qcow2"));                   complete and verified, or not there at all
 * download.to(outputStream);
 * try (Incoming<Image> in = download.open()) { … }        as it arrives
 * download.range(0, 512).read(in -> in.readAllBytes());   a part
 * }</pre>
 *
 * <p>Neither has a limit for the whole: a transfer may take days as long as bytes move. What stalls for the idle limit of
 * {@link io.github.openstackjvm.transport.TimeLimits} ends; to interrupt the thread, or to cancel the future, ends it at once.
 */
@NullMarked
package io.github.openstackjvm.transfer;

import org.jspecify.annotations.NullMarked;

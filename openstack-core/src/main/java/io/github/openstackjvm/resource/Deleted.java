package io.github.openstackjvm.resource;

/**
 * It is gone.
 *
 * @param id of what was deleted
 * @param wasGone whether the answer to the first attempt was lost and a repetition found nothing: most likely it was
 *     deleted by the first attempt
 */
public record Deleted(String id, boolean wasGone) {}

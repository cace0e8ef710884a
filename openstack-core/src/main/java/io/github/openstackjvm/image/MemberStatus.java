package io.github.openstackjvm.image;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What a project makes of an image that is shared with it.
 *
 * @param value as on the wire
 */
public record MemberStatus(String value) implements OpenValue {
    /** Nothing yet: it can use the image, which is not in its list. */
    public static final MemberStatus PENDING = new MemberStatus("pending");
    /** The image is in its list. */
    public static final MemberStatus ACCEPTED = new MemberStatus("accepted");
    /** It does not want the image in its list. */
    public static final MemberStatus REJECTED = new MemberStatus("rejected");

    @Override
    public String toString() {
        return value;
    }
}

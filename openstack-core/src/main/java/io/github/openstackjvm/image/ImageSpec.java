package io.github.openstackjvm.image;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import org.jspecify.annotations.Nullable;

/** An image to register. */
public final class ImageSpec extends Spec<ImageSpec> {

    /** An image of this name, which need not be unique. */
    public static ImageSpec named(String name) {
        return new ImageSpec().name(name);
    }

    /** Need not be unique. */
    public ImageSpec name(String name) {
        return set("name", name);
    }

    /** A UUID; left out, one is made. An id that was used once is never free again. */
    public ImageSpec id(String id) {
        return set("id", id);
    }

    /** A disk in this format, with nothing around it: sets both formats. */
    public ImageSpec bare(DiskFormat format) {
        return diskFormat(format).containerFormat(ContainerFormat.BARE);
    }

    /** How the disk is laid out. Both formats are needed before data can come, and stay as they are from then on. */
    public ImageSpec diskFormat(DiskFormat format) {
        return set("disk_format", format);
    }

    /** What is around the disk, mostly {@link ContainerFormat#BARE}. */
    public ImageSpec containerFormat(ContainerFormat format) {
        return set("container_format", format);
    }

    /** Who may use it: left out, it is {@link ImageVisibility#SHARED}, and so its owner's until it has members. */
    public ImageSpec visibility(ImageVisibility visibility) {
        return set("visibility", visibility);
    }

    /** Whether it cannot be deleted. */
    public ImageSpec isProtected(boolean isProtected) {
        return set("protected", isProtected);
    }

    /** Whether it is listed only for who asks for hidden ones, as outdated images are. */
    @Since("2.7")
    public ImageSpec hidden(boolean hidden) {
        return set("os_hidden", hidden);
    }

    /** What a server's disk must have at least, in GiB. */
    public ImageSpec minDiskGiB(int gibibytes) {
        return set("min_disk", gibibytes);
    }

    /** What a server's memory must have at least, in MiB. */
    public ImageSpec minRamMiB(int mebibytes) {
        return set("min_ram", mebibytes);
    }

    /** The project with this id owns it, and not the caller's; for administrators. */
    public ImageSpec projectId(String projectId) {
        return set("owner", projectId);
    }

    /** Its tags, at most 255 characters each. */
    public ImageSpec tags(String... tags) {
        return set("tags", List.of(tags));
    }

    /** Says something else about it, such as {@code os_distro}, or tells the hypervisor, such as {@code hw_disk_bus}. */
    public ImageSpec property(String name, String value) {
        return set(name, value);
    }

    /** Says all of this about it. */
    public ImageSpec properties(Map<String, String> properties) {
        properties.forEach(this::property);
        return this;
    }

    /** What can be changed of an image. */
    public static final class Update extends Spec<Update> {

        /** Need not be unique; null for none. */
        public Update name(@Nullable String name) {
            return set("name", name);
        }

        /** How the disk is laid out; only while the image is queued. */
        public Update diskFormat(DiskFormat format) {
            return set("disk_format", format);
        }

        /** What is around the disk; only while the image is queued. */
        public Update containerFormat(ContainerFormat format) {
            return set("container_format", format);
        }

        /** Who may use it. Only administrators may make it public. */
        public Update visibility(ImageVisibility visibility) {
            return set("visibility", visibility);
        }

        /** Whether it cannot be deleted. */
        public Update isProtected(boolean isProtected) {
            return set("protected", isProtected);
        }

        /** Whether it is listed only for who asks for hidden ones. */
        @Since("2.7")
        public Update hidden(boolean hidden) {
            return set("os_hidden", hidden);
        }

        /** What a server's disk must have at least, in GiB. */
        public Update minDiskGiB(int gibibytes) {
            return set("min_disk", gibibytes);
        }

        /** What a server's memory must have at least, in MiB. */
        public Update minRamMiB(int mebibytes) {
            return set("min_ram", mebibytes);
        }

        /** Gives it to the project with this id; for administrators. */
        public Update projectId(String projectId) {
            return set("owner", projectId);
        }

        /** All its tags; those it had before go. */
        public Update tags(String... tags) {
            return set("tags", List.of(tags));
        }

        /** Sets a property, whether it is there or not. */
        public Update property(String name, String value) {
            return set(name, value);
        }

        /** Sets these properties and leaves the others. */
        public Update properties(Map<String, String> properties) {
            properties.forEach(this::property);
            return this;
        }

        /** Takes a property away; one that is not there is a conflict. Only properties can go. */
        public Update removeProperty(String name) {
            return remove(name);
        }
    }
}

package io.github.openstackjvm.objectstore;

/** How files are packed into one. */
public enum Archive {
    /** One after the other. */
    TAR("tar"),
    /** The same, through gzip. */
    TAR_GZ("tar.gz"),
    /** The same, through bzip2. */
    TAR_BZ2("tar.bz2");

    private final String wire;

    Archive(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }
}

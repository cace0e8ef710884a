package io.github.openstackjvm.testkit;

/** How the URLs and types in the service catalog look; real clouds differ in this, and clients must cope. */
public enum CatalogShape {
    /** As most installers write it: identity and compute with their version, network without. */
    USUAL,
    /** Every URL ends with the version of the API. */
    VERSIONED,
    /** No URL names a version: clients must read the version documents. */
    UNVERSIONED,
    /** Like {@link #USUAL}, but services go by an older name of their type where there is one, such as volumev3. */
    ALIASES
}

package io.github.openstackjvm.testkit;

/** Which versions of Identity's API a fake cloud offers. */
public enum IdentityVersions {
    /** Version 3 only, as all clouds of today. */
    V3,
    /** Both, as clouds of the years between. */
    V2_AND_V3,
    /** Version 2.0 only, with Rackspace's API keys, as the clouds of old. */
    V2;

    /** Whether there is version 3. */
    public boolean hasV3() {
        return this != V2;
    }

    /** Whether there is version 2.0. */
    public boolean hasV2() {
        return this != V3;
    }
}

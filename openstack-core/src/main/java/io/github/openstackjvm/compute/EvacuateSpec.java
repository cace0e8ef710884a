package io.github.openstackjvm.compute;

import java.util.Map;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import io.github.openstackjvm.resource.Until;
import io.github.openstackjvm.resource.VersionRange;

/** How a server is made anew elsewhere after its host went down. Everything may be left out. */
public final class EvacuateSpec extends Spec<EvacuateSpec> {

    /** On this host; left out, wherever the scheduler says. */
    public EvacuateSpec host(String host) {
        return set("host", host);
    }

    /** The password of its administrator; left out, Nova makes one. */
    public EvacuateSpec adminPass(Secret password) {
        return set("adminPass", password);
    }

    /** Whether its disks are on storage that the hosts share; since 2.14 Nova finds out. */
    @Until("2.13")
    public EvacuateSpec onSharedStorage(boolean shared) {
        return set("onSharedStorage", shared, until(2, 13));
    }

    /** The scheduler is not asked whether the host will do. */
    @Since("2.29")
    @Until("2.67")
    public EvacuateSpec force() {
        return set("force", true, since(2, 29).andUntil(2, 67));
    }

    @Override
    protected Map<String, VersionRange> narrowed() {
        return touches("onSharedStorage") ? Map.of() : Map.of("an evacuation without 'onSharedStorage'", since(2, 14));
    }
}

package io.github.openstackjvm.compute;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import feign.RequestLine;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Until;
import io.github.openstackjvm.resource.VersionRange;

/** Ways to the console of one server. */
public final class RemoteConsoles {

    @Wire(path = "/servers/{parent}/remote-consoles", one = "remote_console", min = "2.6", max = "2.99")
    interface Api {
        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("POST")
        RemoteConsole open(Body console, Call call);
    }

    @Wire(path = "/servers/{parent}/action", one = "console", max = "2.5")
    interface OlderApi {
        @Keyed(Keyed.ONE)
        @RequestLine("POST")
        Map<String, String> open(Body action, Call call);
    }

    private final Binding<Api> binding;

    RemoteConsoles(Binding<Api> binding) {
        this.binding = binding;
    }

    /**
     * Opens a way to the console, for a while. {@code POST /servers/{id}/remote-consoles}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when the cloud has no such consoles
     * @throws io.github.openstackjvm.error.Conflict when the server has no host yet
     */
    @Since("2.6")
    public RemoteConsole open(ConsoleType type) {
        return open(protocol(type), type);
    }

    /** Opens a way to the console by this protocol, for types that are not known here. */
    @Since("2.6")
    public RemoteConsole open(String protocol, ConsoleType type) {
        VersionRange range = type.equals(ConsoleType.WEBMKS)
                ? VersionRange.since(2, 8)
                : type.equals(ConsoleType.SPICE_DIRECT) ? VersionRange.since(2, 99) : VersionRange.ANY;
        Call call = binding.call(Needs.NONE.and("a console of type " + type, range));
        return binding.api().open(Body.of(Map.of("protocol", protocol, "type", type.value())), call);
    }

    /**
     * Opens a way to the console, for a while, in the older form. {@code POST /servers/{id}/action}, {@code os-getVNCConsole},
     * {@code os-getSPICEConsole}, {@code os-getRDPConsole} or {@code os-getSerialConsole}.
     */
    @Until("2.5")
    public RemoteConsole openOlder(ConsoleType type) {
        String protocol = protocol(type);
        String action =
                "os-get" + (protocol.equals("serial") ? "Serial" : protocol.toUpperCase(Locale.ROOT)) + "Console";
        Binding<OlderApi> older = binding.below(binding.call().parent(), OlderApi.class);
        Call call = older.call(Needs.NONE.and(action, VersionRange.until(2, 5)));
        Map<String, String> console = older.api().open(Body.action(action, Map.of("type", type.value())), call);
        return new RemoteConsole(
                protocol, type, Secret.of(Objects.requireNonNullElse(console.get("url"), "")), Map.of());
    }

    private static String protocol(ConsoleType type) {
        return type.protocol()
                .orElseThrow(() -> new InvalidSpec(
                        "The protocol of consoles of the type " + type + " is not known here: give it, too"));
    }
}

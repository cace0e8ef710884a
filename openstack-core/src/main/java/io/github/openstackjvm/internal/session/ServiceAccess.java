package io.github.openstackjvm.internal.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.internal.discovery.Discovered;
import io.github.openstackjvm.internal.discovery.Discovery;
import io.github.openstackjvm.internal.http.Channel;
import io.github.openstackjvm.internal.http.Channels;
import io.github.openstackjvm.internal.http.Outgoing;
import io.github.openstackjvm.internal.http.Redaction;
import io.github.openstackjvm.internal.http.Urls;
import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.session.Catalog;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.session.VersionSelector;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** One service as one view sees it: token, address, versions. */
public final class ServiceAccess implements Channels.Service {
    private final View view;
    private final ServiceType type;
    private final Channel channel;

    /** A renewed token may bring another catalog; until then the address stays. */
    private volatile @Nullable Located located;

    private record Located(Catalog catalog, Discovered discovered) {}

    ServiceAccess(View view, ServiceType type) {
        this.view = view;
        this.type = type;
        this.channel =
                view.connection().channels().to(type, view.region(type), view.face(type), view.policy(type), this);
    }

    /** The way to it. */
    public Channel channel() {
        return channel;
    }

    /** Its address and versions. Asks for a token and for the version documents, if that was not done yet. */
    public Discovered discovered() {
        return discovered(view.deadline(type));
    }

    /** Where this path of it is. */
    public String address(String path) {
        return Urls.resolve(discovered().url(), path);
    }

    private Discovered discovered(Deadline deadline) {
        return discovered(token(deadline), deadline);
    }

    /** Its address in the catalog of this token; empty when there is none in this region and interface. */
    public Optional<String> endpoint(Token token) {
        try {
            return Optional.of(EndpointFinder.find(
                            token.catalog(), filter(view.connection().config(), token))
                    .url());
        } catch (EndpointMissing e) {
            return Optional.empty();
        }
    }

    @Override
    public Object caller() {
        return view.caller(type);
    }

    @Override
    public Token token(Deadline deadline) {
        return view.tokens().current(deadline);
    }

    @Override
    public Token renew(Token refused, Deadline deadline) {
        return view.tokens().renew(refused, deadline);
    }

    @Override
    public boolean renewable() {
        return view.auth().renewable();
    }

    @Override
    public HttpHeaders headers(Token token) {
        return view.headers(token);
    }

    @Override
    public String address(Token token, String path, Deadline deadline) {
        String url = discovered(token, deadline).url();
        if (!path.startsWith(Outgoing.OUTSIDE_PROJECT)) {
            return Urls.resolve(url, path);
        }
        String project = token.project() == null ? "" : "/" + token.project().id();
        String outside = url.endsWith(project) ? url.substring(0, url.length() - project.length()) : url;
        return outside + path.substring(Outgoing.OUTSIDE_PROJECT.length());
    }

    @Override
    public @Nullable Microversion choose(Outgoing.Version wanted, Deadline deadline) {
        return Negotiation.choose(type, wanted, () -> discovered(deadline), preset());
    }

    private @Nullable Microversion preset() {
        return view.connection().config().defaultMicroversion(type).orElse(null);
    }

    @SuppressWarnings(
            "ReferenceEquality") // the same token brings the same object; comparing all endpoints would cost more
    private Discovered discovered(Token token, Deadline deadline) {
        Located known = located;
        if (known != null && known.catalog == token.catalog()) {
            return known.discovered;
        }
        CloudConfig config = view.connection().config();
        config.disabledReason(type).ifPresent(reason -> {
            throw new EndpointMissing("There is no " + type + " here: " + reason, ErrorContext.NONE, null);
        });
        EndpointFilter filter = filter(config, token);
        String url = EndpointFinder.find(token.catalog(), filter).url();
        if (!isAddress(url)) {
            throw new EndpointMissing(
                    "The endpoint of " + type + " is '" + Redaction.text(url)
                            + "', which is no address of http or https. Correct the catalog, or set an endpoint override",
                    ErrorContext.NONE,
                    null);
        }
        view.connection().warnOfPlain(type, url);
        Discovery discovery = view.connection().discovery();
        VersionSelector wanted = view.version(type).orElse(null);
        Discovered found = filter.override() == null
                ? discovery.find(url, type, wanted, headers(token), deadline)
                : discovery.findAt(url, type, wanted, headers(token), deadline);
        if (found.lasting()) {
            located = new Located(token.catalog(), found);
        }
        return found;
    }

    /** A catalog is only as good as who filled it in. */
    static boolean isAddress(String url) {
        try {
            URI uri = new URI(url.trim());
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getPort() <= 0xffff
                    && uri.toString().chars().allMatch(c -> c < 0x7f);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private EndpointFilter filter(CloudConfig config, Token token) {
        EndpointFilter filter = EndpointFilter.of(type)
                .withInterfaces(view.interfaces(type))
                .withRegion(view.region(type))
                .withServiceName(config.serviceName(type).orElse(null))
                .withOverride(view.endpointOverride(type)
                        .map(url -> filledIn(url, token))
                        .or(() -> fixed(token))
                        .orElse(null));
        return config.serviceType(type).map(filter::withCatalogType).orElse(filter);
    }

    /** The address that a method without a catalog has for this service. */
    private Optional<String> fixed(Token token) {
        return token.catalog().endpoints().isEmpty() ? view.auth().endpoint(type) : Optional.empty();
    }

    private static String filledIn(String url, Token token) {
        return filledIn(url, token.project() == null ? "" : token.project().id());
    }

    /** An address in which the place for the project's id is filled. */
    static String filledIn(String url, String project) {
        return url.replace("%(project_id)s", project)
                .replace("%(tenant_id)s", project)
                .replace("$(project_id)s", project)
                .replace("$(tenant_id)s", project);
    }
}

package io.github.openstackjvm.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.internal.config.Loaded;
import io.github.openstackjvm.internal.config.Proxies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Proxies of which others have been told are used by choice only. */
class ProxiesTest {
    private World world;

    @BeforeEach
    void begin(@TempDir Path root) {
        world = new World(root);
    }

    private CloudConfigBuilder builder() {
        return CloudConfigBuilder.of(Loaded.NOTHING, world.around()).authUrl("https://cloud.example");
    }

    @Test
    void thoseOfTheEnvironment() {
        world.with("HTTPS_PROXY", "http://me:pw@capital:3128")
                .with("https_proxy", "small:3128")
                .with("HTTP_PROXY", "http://plain:80")
                .with("NO_PROXY", "localhost, .local,10.0.0.0/8");

        assertThat(builder().build().proxy("https")).isEmpty();
        CloudConfig config = builder().proxiesOfEnvironment().build();
        assertThat(config.proxy("https")).contains(URI.create("http://small:3128"));
        assertThat(config.proxy("http")).contains(URI.create("http://plain:80"));
        assertThat(config.noProxy()).containsExactly("localhost", ".local", "10.0.0.0/8");
        assertThat(config.source("proxies.https")).contains("$https_proxy");
        assertThat(builder()
                        .proxiesOfEnvironment()
                        .proxy("https", "http://mine:1")
                        .build()
                        .proxy("https"))
                .contains(URI.create("http://mine:1"));
    }

    @Test
    void whatAClientOfACgiProgramSendsIsNoProxy() {
        world.with("HTTP_PROXY", "http://evil:80").with("REQUEST_METHOD", "GET");

        assertThat(builder().proxiesOfEnvironment().build().proxy("http")).isEmpty();
    }

    private static Map<String, String> jvm(Map<String, String> properties) {
        Map<String, String> found = new LinkedHashMap<>();
        Proxies.ofJvm(properties::get).forEach((key, value) -> found.put(key, value.text() + " of " + value.source()));
        return found;
    }

    @Test
    void thoseOfTheJvm() {
        assertThat(jvm(Map.of(
                        "https.proxyHost", "proxy",
                        "https.proxyPort", "3128",
                        "http.proxyHost", "::1",
                        "http.nonProxyHosts", "localhost|*.corp|10.1.*")))
                .containsOnly(
                        entry("proxies.https", "http://proxy:3128 of -Dhttps.proxyHost"),
                        entry("proxies.http", "http://[::1]:80 of -Dhttp.proxyHost"),
                        entry("proxies.no_proxy", "localhost,*.corp,10.1.0.0/16 of -Dhttp.nonProxyHosts"));
        assertThat(jvm(Map.of("https.proxyHost", "p")))
                .containsOnly(
                        entry("proxies.https", "http://p:443 of -Dhttps.proxyHost"),
                        entry("proxies.no_proxy", "localhost,127.0.0.0/8,[::1] of -Dhttp.nonProxyHosts"));
        assertThat(jvm(Map.of())).isEmpty();
    }
}

package io.github.openstackjvm.testkit.compute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The parts of the API from the time before microversions. Nova lists all of them, those it no longer has included. */
final class FakeExtensions implements FakeResource {
    /** Of each the alias, the name and what it does; nothing of it has changed since 2014. */
    private static final List<Map<String, Object>> ALL = read();

    @Override
    public void routes(Routes routes) {
        routes.get("/extensions", call -> Json.reply(200, Json.map("extensions", ALL)));
        routes.get("/extensions/{alias}", FakeExtensions::show);
    }

    private static FakeResponse show(Call call) {
        Map<String, Object> found = ALL.stream()
                .filter(extension -> call.param("alias").equals(extension.get("alias")))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("The resource could not be found."));
        return Json.reply(200, Json.map("extension", found));
    }

    private static List<Map<String, Object>> read() {
        try (InputStream in = FakeExtensions.class.getResourceAsStream("extensions.txt")) {
            if (in == null) {
                throw new IllegalStateException("extensions.txt is missing");
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(FakeExtensions::extension)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> extension(String line) {
        String[] parts = line.split("\t", 3);
        return Json.map(
                "alias",
                parts[0],
                "description",
                parts[2].replace("\\n", "\n"),
                "links",
                List.of(),
                "name",
                parts[1],
                "namespace",
                "http://docs.openstack.org/compute/ext/fake_xml",
                "updated",
                "2014-12-03T00:00:00Z");
    }
}

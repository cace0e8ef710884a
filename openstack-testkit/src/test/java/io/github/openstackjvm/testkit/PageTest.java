package io.github.openstackjvm.testkit;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.transport.HttpHeaders;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

@OpenStackTest
class PageTest {
    private static String page(FakeCloud fake) {
        FakeResponse answer = fake.handle(FakeRequest.of(
                GET,
                "http://127.0.0.1:15000/",
                HttpHeaders.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"),
                FakeBody.EMPTY));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().first("Content-Type")).contains("text/html; charset=utf-8");
        return answer.body().text();
    }

    @Test
    void othersFindKeystoneThere(FakeCloud fake) {
        Wire.Answer answer = Wire.to(fake).get("/").is(300);
        assertThat(answer.at("/versions/values/0/id").asText()).isEqualTo("v3.14");
        assertThat(answer.at("/versions/values/0/links/0/href").asText())
                .isEqualTo("http://fake-cloud.invalid/identity/v3/");
        assertThat(answer.header("Location")).isEqualTo("http://fake-cloud.invalid/identity/v3/");
        assertThat(fake).received(GET, "/").withService("identity").once();
    }

    @Test
    void tellsWhatThereIs(FakeCloud fake, Cloud cloud) {
        cloud.compute()
                .servers()
                .create(ServerSpec.named("web")
                        .flavor("m1.tiny")
                        .image("cirros")
                        .network("private"))
                .join();
        fake.faults().on(POST, "/servers").reply(503).times(2);
        fake.transitions().of("volume").never();
        cloud.blockstorage().volumes().create(VolumeSpec.named("slow").sizeGiB(1));
        String page = page(fake);
        assertThat(page)
                .contains("Log in at <code>http://127.0.0.1:15000/identity/v3</code>")
                .contains("<th scope=\"row\">web</th>", "<td class=\"status good\">ACTIVE</td>")
                .contains("<h3>Block storage: volumes</h3>")
                .contains("<dt>network_id</dt><dd>private</dd>")
                .contains("POST /compute/v2.1/servers</code>")
                .contains("<li>POST /servers answers 503, 2 more times</li>")
                .contains("<li>volume never ends</li>", "<li>volume slow: ")
                .doesNotContain("<script", "secret", "gAAAA");
        assertThat(fake.journal().calls()).noneMatch(call -> call.path().equals("/"));
    }

    @Test
    void nothingOfWhatIsShownIsTakenForMarkup(FakeCloud fake, Cloud cloud) {
        cloud.network()
                .networks()
                .create(NetworkSpec.named("<script>alert('x')</script>\"&").description("<b>bold</b>"));
        cloud.network().networks().list().name("<i>").toList();
        assertThat(page(fake))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;", "?name=&lt;i&gt;")
                .doesNotContain("<script", "<b>", "<i>");
    }

    @Test
    void saysSoWhenThereIsNothing(FakeCloud fake) {
        assertThat(page(fake))
                .contains("There was none.", "Everything happens at once.", "as at the beginning")
                .doesNotContain("<details open>");
    }
}

package io.github.openstackjvm.internal.json;

import java.io.IOException;
import java.util.List;

import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.resource.Page;
import io.github.openstackjvm.stub.Logs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DecoderTest {
    private final Decoder<Keypair> decoder = new Decoder<>(Keypair.class);

    @Test
    void readsASoundAnswerOnceOnly() throws IOException {
        try (Logs logs = Logs.capture()) {
            Page<Keypair> wrapped = decoder.page(
                    "keypairs", "keypair", bytes("{'a':[1],'keypairs':[{'keypair':{'name':'k'},'b':{}}],'z':{'y':1}}"));
            Page<Keypair> plain = decoder.page("keypairs", "", bytes("{'keypairs':[{'name':'k'},{'name':'l'}]}"));
            Page<Keypair> bare = decoder.page("", "", bytes("[{'name':'k'}]"));
            Keypair one = decoder.one("keypair", bytes("{'a':{'b':[]},'keypair':{'name':'k'},'z':[{}]}"));
            Keypair alone = decoder.one("", bytes("{'name':'k'}"));

            assertThat(wrapped.items()).extracting(Keypair::name).containsExactly("k");
            assertThat(plain.items()).extracting(Keypair::name).containsExactly("k", "l");
            assertThat(bare.items()).extracting(Keypair::name).containsExactly("k");
            assertThat(List.of(one, alone)).extracting(Keypair::name).containsExactly("k", "k");
            assertThat(logs.lines()).isEmpty();
        }
    }

    @Test
    void saysThatItReadsAnAnswerAgain() throws IOException {
        try (Logs logs = Logs.capture()) {
            Keypair one = decoder.one("keypair", bytes("{'keypair':{'name':'k','created_at':{'day':1}}}"));

            assertThat(one.name()).isEqualTo("k");
            assertThat(one.createdAt()).isNull();
            assertThat(String.join("\n", logs.lines()))
                    .contains("is read again", "'created_at' has an unexpected form");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'keypair':{'name':'k'}",
                "{'keypair':{'name':'k'},",
                "{'keypair':{'name':'k'}}}",
                "{'keypair':{'name':'k'}} {}",
                "{'keypair':{'name':'k'}} x",
            })
    void refusesWhatIsNotOneWholeText(String text) {
        assertThatThrownBy(() -> decoder.one("keypair", bytes(text))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'keypairs':[]", "{'keypairs':[]}]", "{'keypairs':[{'keypair':{'name':'k'}}", "{'keypairs':[]}1"
            })
    void refusesWhatIsNotOneWholeList(String text) {
        assertThatThrownBy(() -> decoder.page("keypairs", "keypair", bytes(text)))
                .isInstanceOf(IOException.class);
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }
}

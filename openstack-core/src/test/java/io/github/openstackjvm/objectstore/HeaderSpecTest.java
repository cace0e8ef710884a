package io.github.openstackjvm.objectstore;

import io.github.openstackjvm.error.InvalidSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeaderSpecTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "under_score", "blü", "x\r\nX-Account-Meta-Temp-URL-Key: mine"})
    void aNameThatNoHeaderCarriesIsRefusedWhereItIsSet(String name) {
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> new AccountUpdate().metadata(name, "value"));
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> new AccountUpdate().removeMetadata(name));
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> new ContainerSpec.Update().removeMetadata(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo", "one\r\nX-Object-Meta-Other: two", "one\n"})
    void aValueOfTwoLinesIsRefusedWhereItIsSet(String value) {
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> new AccountUpdate().metadata("key", value))
                .withMessageContaining("'key'")
                .withMessageContaining("Base64");
    }
}

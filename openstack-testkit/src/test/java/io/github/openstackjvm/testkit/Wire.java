package io.github.openstackjvm.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openstackjvm.transport.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/** A plain client of a fake cloud, as tests use it: JSON texts in, JSON trees out. */
public final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeCloud fake;
    private final HttpHeaders headers;

    private Wire(FakeCloud fake, HttpHeaders headers) {
        this.fake = fake;
        this.headers = headers;
    }

    /** Without a token. */
    public static Wire to(FakeCloud fake) {
        return new Wire(fake, HttpHeaders.EMPTY);
    }

    /** Logged in to the project of the user's own name. */
    public static Wire as(FakeCloud fake, String user) {
        return to(fake).login(user, "{'project':{'name':'" + user + "','domain':{'id':'default'}}}");
    }

    /** Logged in to a scope. */
    public Wire login(String user, String scope) {
        return with("X-Auth-Token", auth(user, "secret", scope).is(201).header("X-Subject-Token"));
    }

    /** A login, whatever comes of it. */
    public Answer auth(String user, String password, String scope) {
        return to(fake).post(
                        "/identity/v3/auth/tokens",
                        "{'auth':{'identity':{'methods':['password'],'password':{'user':{'name':'" + user
                                + "','domain':{'id':'default'},'password':'" + password + "'}}},'scope':" + scope
                                + "}}");
    }

    /** With a header. */
    public Wire with(String name, String value) {
        return new Wire(fake, headers.with(name, value));
    }

    /** With this microversion of compute. */
    public Wire at(String microversion) {
        return with("OpenStack-API-Version", "compute " + microversion);
    }

    /** The token in use. */
    public String token() {
        return headers.first("X-Auth-Token").orElse("");
    }

    /** Reads. */
    public Answer get(String path) {
        return send(HttpMethod.GET, path, "");
    }

    /** Removes. */
    public Answer delete(String path) {
        return send(HttpMethod.DELETE, path, "");
    }

    /** Creates; quotes in the body may be single ones. */
    public Answer post(String path, String body) {
        return send(HttpMethod.POST, path, body);
    }

    /** Sets. */
    public Answer put(String path, String body) {
        return send(HttpMethod.PUT, path, body);
    }

    /** Anything. */
    public Answer send(HttpMethod method, String path, String body) {
        HttpHeaders all = body.isEmpty() ? headers : headers.with("Content-Type", "application/json");
        FakeRequest request =
                FakeRequest.of(method, "http://fake-cloud.invalid" + path, all, FakeBody.of(body.replace('\'', '"')));
        return new Answer(fake.handle(request));
    }

    /**
     * What came.
     *
     * @param response the answer
     */
    public record Answer(FakeResponse response) {
        /** It has this status. */
        public Answer is(int status) {
            assertThat(response.status()).as("%s", response.body().text()).isEqualTo(status);
            return this;
        }

        /** It has this status, and its error says exactly this. */
        public Answer refused(int status, String message) {
            is(status);
            assertThat(json().findValuesAsText("message")).containsExactly(message);
            return this;
        }

        /** The first header of that name; empty when there is none. */
        public String header(String name) {
            return response.headers().first(name).orElse("");
        }

        /** The body. */
        public JsonNode json() {
            try {
                return JSON.readTree(response.body().bytes());
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + response.body().text(), e);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** A value in the body, as a JSON pointer names it. */
        public JsonNode at(String pointer) {
            return json().at(pointer);
        }

        /** The texts of that name, anywhere in the body. */
        public List<String> texts(String name) {
            return json().findValuesAsText(name);
        }

        /** The names of an object's fields, in their order. */
        public List<String> names(String pointer) {
            return at(pointer).properties().stream().map(Map.Entry::getKey).toList();
        }
    }
}

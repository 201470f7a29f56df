package com.iterate.sandbox.braze;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a test or a curious person asks and tells the stand-in, under {@code /sandbox}. */
final class SandboxApi {

    /** A script or a workspace, no more. */
    private static final int MOST_BYTES = 64 * 1024;

    /** As many profiles as a page shows. */
    private static final int PROFILES_SHOWN = 60;

    private static final int REQUESTS_SHOWN = 1_000;

    private final Clock clock;
    private final Workspaces workspaces;
    private final Script script;
    private final RequestLog log;
    private final Changes changes;

    SandboxApi(Clock clock, Workspaces workspaces, Script script, RequestLog log, Changes changes) {
        this.clock = clock;
        this.workspaces = workspaces;
        this.script = script;
        this.log = log;
        this.changes = changes;
    }

    void handle(HttpServerRequest request) {
        String path = request.path().substring("/sandbox".length());
        String call = request.method() + " " + path;
        if (call.equals("GET /changes")) {
            changes.listen(request);
        } else if (call.equals("GET /profiles")) {
            send(request, 200, new JsonArray(workspaces.newest(PROFILES_SHOWN)).encode());
        } else if (path.startsWith("/profiles/")) {
            profile(request, decoded(path.substring("/profiles/".length())));
        } else if (call.equals("GET /requests")) {
            send(request, 200, log.newest(most(request)).encode());
        } else if (call.equals("PUT /faults")) {
            withJson(request, json -> {
                script.replace(FaultReader.read(json));
                return new JsonObject().put("faults", script.length());
            });
        } else if (call.equals("GET /faults")) {
            send(request, 200, new JsonObject().put("faults", script.length()).encode());
        } else if (call.equals("DELETE /faults")) {
            script.replace(List.of());
            nothing(request);
        } else if (path.startsWith("/workspaces/") && request.method() == HttpMethod.PUT) {
            withJson(request, json -> put(decoded(path.substring("/workspaces/".length())), json));
        } else if (call.equals("DELETE ")) {
            workspaces.forget();
            log.forget();
            script.replace(List.of());
            nothing(request);
        } else {
            refuse(request, 404, "There is no " + call + " here");
        }
    }

    private void profile(HttpServerRequest request, String id) {
        Optional<String> workspace = Optional.ofNullable(request.getParam("workspace"));
        if (request.method() == HttpMethod.PUT) {
            Optional<Workspace> target = workspace.flatMap(workspaces::named);
            target.ifPresentOrElse(
                    found -> {
                        found.add(Identity.brazeId(id), clock.instant());
                        nothing(request);
                    },
                    () -> refuse(request, 404, "Say in ?workspace= where the profile is to be"));
            return;
        }
        Optional<JsonObject> found = workspace.isPresent()
                ? workspace.flatMap(workspaces::named).flatMap(known -> known.find(id))
                : workspaces.find(id);
        found.ifPresentOrElse(
                profile -> send(request, 200, profile.encode()), () -> refuse(request, 404, "No such profile yet"));
    }

    private JsonObject put(String name, JsonObject json) {
        String key = Optional.ofNullable(json.getString("key"))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("'key' is missing"));
        Set<String> permissions = new LinkedHashSet<>();
        json.getJsonArray("permissions", new JsonArray().add("users.track"))
                .forEach(permission -> permissions.add(String.valueOf(permission)));
        Workspace.Population population =
                json.getString("population", "everybody").equals("known")
                        ? Workspace.Population.THE_KNOWN
                        : Workspace.Population.EVERYBODY;
        workspaces.put(key, new Workspace(name, permissions, population));
        return new JsonObject().put("workspace", name);
    }

    private void withJson(HttpServerRequest request, Function<JsonObject, JsonObject> action) {
        BoundedBody.read(request, MOST_BYTES, (bytes, text) -> {
            try {
                send(request, 200, action.apply(new JsonObject(text)).encode());
                changes.happened();
            } catch (DecodeException | ClassCastException | IllegalArgumentException | IllegalStateException wrong) {
                refuse(request, 400, "Not understood: " + wrong.getMessage());
            }
        });
    }

    private void nothing(HttpServerRequest request) {
        request.response().setStatusCode(204).end();
        changes.happened();
    }

    private static int most(HttpServerRequest request) {
        try {
            return Math.min(
                    REQUESTS_SHOWN,
                    Integer.parseInt(
                            Optional.ofNullable(request.getParam("limit")).orElse("1000")));
        } catch (NumberFormatException notANumber) {
            return REQUESTS_SHOWN;
        }
    }

    private static void refuse(HttpServerRequest request, int status, String detail) {
        send(request, status, new JsonObject(Map.of("status", status, "detail", detail)).encode());
    }

    private static void send(HttpServerRequest request, int status, String json) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(json);
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment, StandardCharsets.UTF_8);
    }
}

package com.iterate.survey.respond;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose bucket a request takes from. */
final class ClientAddress {

    /** All whose address cannot be told share one bucket: a garbled X-Forwarded-For must not be a way round. */
    private static final String UNKNOWN = "unknown";

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    /** A household has at least a /64 of IPv6, and may use each of its addresses once. */
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    static String of(HttpServerRequest request) {
        return Optional.ofNullable(request.remoteAddress())
                .flatMap(address -> Optional.ofNullable(address.hostAddress()))
                .map(ClientAddress::network)
                .orElse(UNKNOWN);
    }

    static String network(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return UNKNOWN;
        }
        try {
            // A literal: never asks a name server.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4 ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
        } catch (UnknownHostException notAnAddress) {
            return UNKNOWN;
        }
    }
}

package com.iterate.settings.connections;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Addresses that are not on the public internet. */
final class PrivateAddress {

    private PrivateAddress() {}

    static boolean matches(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address
                        ? reserved4(address.getAddress())
                        : reserved6(address.getAddress()));
    }

    private static boolean reserved4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return first == 0 // "this network"
                || (first == 100 && second >= 64 && second < 128) // shared by providers, RFC 6598
                || (first == 192 && second == 0 && address[2] == 0) // protocol assignments
                || (first == 198 && (second == 18 || second == 19)) // benchmarks
                || first >= 240; // reserved, broadcast
    }

    private static boolean reserved6(byte[] address) {
        boolean uniqueLocal = (address[0] & 0xfe) == 0xfc;
        // Both carry an IPv4 address, which may be a private one.
        boolean nat64 = address[0] == 0
                && (address[1] & 0xff) == 0x64
                && (address[2] & 0xff) == 0xff
                && (address[3] & 0xff) == 0x9b;
        boolean sixToFour = address[0] == 0x20 && address[1] == 0x02;
        return uniqueLocal || nat64 || sixToFour;
    }
}

package com.iterate.relay.braze;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses of the public internet: everything else is ours or a neighbour's, and no place for a company to point us to. */
final class PublicAddress {

    /** IPv6-only clusters reach IPv4 hosts through it. */
    private static final int[] NAT64 = {0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        if (startsWith(bytes, NAT64)) {
            return is(unwrapped(bytes));
        }
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static InetAddress unwrapped(byte[] nat64) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(nat64, NAT64.length, nat64.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    /** IANA's special-purpose registry for IPv4, as far as the JDK's own questions leave gaps. */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes[2] & 0xFF;
        boolean thisNetwork = first == 0;
        boolean carrierNat = first == 100 && (second & 0xC0) == 64;
        boolean protocolAssignments = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmarks = first == 198 && (second & 0xFE) == 18;
        boolean documentation =
                first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
        boolean reserved = first >= 240;
        return !(thisNetwork || carrierNat || protocolAssignments || benchmarks || documentation || reserved);
    }

    /** Only 2000::/3 is given out; within it, tunnels wrap IPv4 addresses of any kind, and 2001:db8::/32 is for examples. */
    private static boolean isPublic6(byte[] bytes) {
        boolean globalUnicast = (bytes[0] & 0xE0) == 0x20;
        boolean sixToFour = startsWith(bytes, 0x20, 0x02);
        boolean teredo = startsWith(bytes, 0x20, 0x01, 0x00, 0x00);
        boolean documentation = startsWith(bytes, 0x20, 0x01, 0x0D, 0xB8);
        return globalUnicast && !sixToFour && !teredo && !documentation;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length <= prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[i] != (byte) prefix[i]) {
                return false;
            }
        }
        return true;
    }
}

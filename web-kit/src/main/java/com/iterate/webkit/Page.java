package com.iterate.webkit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.util.Base64;

/** What every page may ask of the layout: {@code {inject:page.…}}. */
@Named("page")
@RequestScoped
public class Page {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** 128 bits, as the Content Security Policy asks for. */
    private static final int NONCE_BYTES = 16;

    private final Session session;
    private final Assets assets;
    private final String nonce;

    Page(Session session, Assets assets) {
        this.session = session;
        this.assets = assets;
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        this.nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    public boolean isSignedIn() {
        return session.member().isPresent();
    }

    /** The e-mail of who is signed in; empty text for a visitor. */
    public String getEmail() {
        return session.member().map(Member::email).orElse("");
    }

    /** Allows one inline {@code <style>}, for a survey's own colours. Scripts are files, always. */
    public String getNonce() {
        return nonce;
    }

    /** The address of a static file with its content's hash, because static files are cached for a year. */
    public String asset(String path) {
        return assets.versioned(path);
    }
}

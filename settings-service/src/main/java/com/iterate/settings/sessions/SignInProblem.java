package com.iterate.settings.sessions;

import com.iterate.webkit.Problem;
import java.time.Duration;

/** A failed attempt in words. They tell neither whether there is such an account nor which half was wrong. */
final class SignInProblem {

    private SignInProblem() {}

    static Problem of(SignIn.Outcome outcome) {
        if (outcome instanceof SignIn.Outcome.TooManyAttempts tooMany) {
            return new Problem(
                            429,
                            "too-many-attempts",
                            "Too many attempts",
                            "Try again in " + inWords(tooMany.retryAfter()) + ".")
                    .retryAfter(tooMany.retryAfter());
        }
        return new Problem(
                401,
                "sign-in-failed",
                "Sign-in failed",
                "The e-mail or the password is wrong. Check both; if you forgot the password, ask an admin of your company to add you again.");
    }

    private static String inWords(Duration wait) {
        long minutes = wait.plusSeconds(59).toMinutes();
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}

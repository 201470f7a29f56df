package com.iterate.sandbox;

import com.iterate.sandbox.client.Answer;
import com.iterate.sandbox.client.Api;
import com.iterate.sandbox.client.Browser;
import com.iterate.sandbox.client.HtmlForm;
import com.iterate.sandbox.demo.Demo;
import com.iterate.sandbox.secrets.Secrets;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The main job without a browser: an answer on the survey's page becomes an attribute on the profile. */
final class MainJob {

    private static final int ANSWERS = 5;

    /** The promise of the README. */
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    /** Long enough to tell "slow" from "never". */
    private static final Duration GIVE_UP = Duration.ofSeconds(30);

    /** Fine enough to measure against a second, coarse enough to leave the machine to the services. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private static final String ATTRIBUTE = "acme_nps";

    private final LocalSystem system;
    private final Demo demo;
    private final Progress progress;

    MainJob(LocalSystem system, Demo demo, Progress progress) {
        this.system = system;
        this.demo = demo;
        this.progress = progress;
    }

    boolean succeeds() throws InterruptedException {
        signIn();
        List<Duration> times = new ArrayList<>();
        for (int n = 1; n <= ANSWERS; n++) {
            String respondent = n == 1 ? Demo.RESPONDENT : Demo.RESPONDENT + "-" + n;
            Duration time = answer(respondent, 11 - 2 * n);
            times.add(time);
            progress.done("answer " + n + " of " + ANSWERS + ": posted, and on the profile in Braze", time);
        }
        Duration first = times.get(0);
        Duration median = times.stream().sorted().toList().get(ANSWERS / 2);
        progress.say("from answer to profile: first " + first.toMillis() + " ms, median " + median.toMillis() + " ms");
        if (median.compareTo(AT_MOST) >= 0) {
            progress.say("FAILED: the median must be under " + AT_MOST.toMillis() + " ms");
            return false;
        }
        return true;
    }

    private void signIn() {
        Secrets secrets = system.secrets();
        Browser browser = new Browser();
        Answer page = browser.open(system.publicUrl().resolve("/sign-in")).orFail("open the sign-in page");
        HtmlForm form =
                HtmlForm.of(page).with("email", Demo.MEMBER).with("password", secrets.read(secrets.memberPassword()));
        browser.submit(form).orFail("sign in");
        if (!browser.has("session")) {
            throw new IllegalStateException("signed in, but got no session");
        }
        progress.done("signed in as " + Demo.MEMBER);
    }

    private Duration answer(String respondent, int score) throws InterruptedException {
        Browser browser = new Browser();
        URI link = demo.linkFor(respondent);
        HtmlForm form = HtmlForm.of(await(browser, link)).answering(Integer.toString(score));
        long posted = System.nanoTime();
        Answer answer = browser.post(form);
        if (answer.status() != 303) {
            throw new IllegalStateException("the answer was not taken: HTTP " + answer.status() + "\n" + answer.body());
        }
        Api braze = Api.at(system.braze());
        while (!isOnProfile(braze, respondent, score)) {
            if (System.nanoTime() - posted > GIVE_UP.toNanos()) {
                throw new IllegalStateException("the answer did not reach the profile in " + GIVE_UP.toSeconds()
                        + " s; the logs are in the data folder (--keep)");
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return Duration.ofNanos(System.nanoTime() - posted);
    }

    /** A survey that was published a moment ago is there within two seconds. */
    private static Answer await(Browser browser, URI link) throws InterruptedException {
        long opened = System.nanoTime();
        Answer page = browser.open(link);
        while (page.status() == 404 && System.nanoTime() - opened < GIVE_UP.toNanos()) {
            Thread.sleep(100);
            page = browser.open(link);
        }
        return page.orFail("open the survey");
    }

    private static boolean isOnProfile(Api braze, String respondent, int score) {
        Answer profile = braze.get("/sandbox/profiles/" + respondent);
        return profile.isSuccess()
                && Integer.valueOf(score)
                        .equals(profile.json().getJsonObject("attributes").getValue(ATTRIBUTE));
    }
}

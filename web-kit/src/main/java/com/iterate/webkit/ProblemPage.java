package com.iterate.webkit;

import io.quarkus.qute.TemplateInstance;

/** The page of a problem. */
final class ProblemPage {

    private ProblemPage() {}

    record problem(Problem problem) implements TemplateInstance {}
}

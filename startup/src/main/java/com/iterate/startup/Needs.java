package com.iterate.startup;

import java.util.List;

/** What several services must be told alike. */
public record Needs(List<Variable> variables, List<Rule> rules) {}

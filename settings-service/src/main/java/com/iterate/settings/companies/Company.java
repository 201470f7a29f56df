package com.iterate.settings.companies;

/** A customer of this installation. */
public record Company(String id, String name) {}

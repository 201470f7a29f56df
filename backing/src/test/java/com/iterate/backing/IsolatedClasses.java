package com.iterate.backing;

import java.net.URL;
import java.net.URLClassLoader;

/** Loads this module's classes a second time, as Quarkus does for a test profile. */
final class IsolatedClasses extends URLClassLoader {

    IsolatedClasses() {
        super(
                new URL[] {Backing.class.getProtectionDomain().getCodeSource().getLocation()},
                IsolatedClasses.class.getClassLoader());
    }

    Class<?> load(Class<?> known) throws ClassNotFoundException {
        return findClass(known.getName());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("com.iterate.backing.") && findLoadedClass(name) == null) {
            return findClass(name);
        }
        return super.loadClass(name, resolve);
    }
}

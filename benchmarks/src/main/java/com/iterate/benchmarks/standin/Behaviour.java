package com.iterate.benchmarks.standin;

/** How Braze treats one company. */
public sealed interface Behaviour {

    String name();

    /** After the latency of all. */
    record Accepts() implements Behaviour {
        @Override
        public String name() {
            return "accepts";
        }
    }

    /** Takes the request and never answers. */
    record Silent() implements Behaviour {
        @Override
        public String name() {
            return "silent";
        }
    }

    /** Accepts one request a second, refuses the others with 429 and says how long to wait. */
    record OneASecond() implements Behaviour {
        @Override
        public String name() {
            return "one-a-second";
        }
    }

    /** 401: the key is wrong. */
    record WrongKey() implements Behaviour {
        @Override
        public String name() {
            return "wrong-key";
        }
    }

    static Behaviour of(String name) {
        return switch (name) {
            case "accepts" -> new Accepts();
            case "silent" -> new Silent();
            case "one-a-second" -> new OneASecond();
            case "wrong-key" -> new WrongKey();
            default -> throw new IllegalArgumentException("no behaviour is called " + name);
        };
    }
}

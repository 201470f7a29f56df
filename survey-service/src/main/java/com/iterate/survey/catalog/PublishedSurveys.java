package com.iterate.survey.catalog;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every published survey, in memory and at most a second old, so that answering needs no database. While Postgres is
 * away the last known good stays.
 */
@Singleton
public class PublishedSurveys {

    /** As many entries as surveys were ever published: each a few kilobytes. */
    private final Map<String, PublishedSurvey> byId = new ConcurrentHashMap<>();

    /** Closed surveys are found too, so that their page can say so. */
    public Optional<PublishedSurvey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Puts the newest state of these surveys in place. */
    public void take(List<PublishedSurvey> changed) {
        changed.forEach(survey -> byId.put(survey.id(), survey));
    }

    int size() {
        return byId.size();
    }
}

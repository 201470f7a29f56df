package com.iterate.relay.erasures;

import com.iterate.contracts.Respondent;
import com.iterate.erasures.ErasureList;
import com.iterate.erasures.Receipt;
import com.iterate.relay.audit.Who;
import com.iterate.relay.letters.Change;
import com.iterate.relay.letters.ErasedPeople;
import com.iterate.relay.letters.LetterFilter;
import com.iterate.relay.letters.LetterStates;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Dead letters: those that are there keep no content, and those that are read later come without. */
@Singleton
class PersonalLetters implements PersonalData, ErasedPeople {

    private final LetterStates states;
    private final ErasureList erasures;

    PersonalLetters(LetterStates states, ErasureList erasures) {
        this.states = states;
        this.erasures = erasures;
    }

    @Override
    public Receipt.Store erase(Connection connection, String company, Respondent person, Who by) throws SQLException {
        long letters = states.erase(connection, company, person(person), Change.by(by, ""))
                .size();
        return new Receipt.Store("dead-letters", Map.of("letters", letters));
    }

    @Override
    public Set<CompanyPerson> among(Connection connection, Collection<CompanyPerson> people) throws SQLException {
        com.iterate.erasures.ErasedPeople erased = erasures.current(connection);
        return people.stream()
                .filter(each -> erased.contains(each.company(), respondent(each.person())))
                .collect(Collectors.toSet());
    }

    private static LetterFilter.Person person(Respondent respondent) {
        return respondent instanceof Respondent.Braze braze
                ? new LetterFilter.Person(Optional.of(braze.id()), Optional.empty())
                : new LetterFilter.Person(Optional.empty(), Optional.of(((Respondent.External) respondent).id()));
    }

    private static Respondent respondent(LetterFilter.Person person) {
        return person.brazeId().isPresent() ? new Respondent.Braze(person.id()) : new Respondent.External(person.id());
    }
}

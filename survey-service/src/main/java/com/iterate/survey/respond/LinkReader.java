package com.iterate.survey.respond;

import com.iterate.contracts.Limits;
import com.iterate.contracts.Respondent;
import com.iterate.survey.catalog.PublishedSurvey;
import java.util.Optional;

/** Who a link says that answers. */
final class LinkReader {

    /**
     * @param fault why the respondent is anonymous although the link should have named one
     */
    record Identity(Respondent respondent, Optional<LinkFault> fault) {

        static Identity known(Respondent respondent) {
            return new Identity(respondent, Optional.empty());
        }

        static Identity faulty(LinkFault fault) {
            return new Identity(new Respondent.Anonymous(), Optional.of(fault));
        }
    }

    private LinkReader() {}

    static Identity read(
            PublishedSurvey survey, Optional<String> brazeId, Optional<String> externalId, Optional<String> signature) {
        Optional<String> given = brazeId.or(() -> externalId).map(String::strip);
        if (given.isEmpty()) {
            return Identity.known(new Respondent.Anonymous());
        }
        String id = given.get();
        if (!Limits.isId(id) || id.contains("{{") || id.contains("}}")) {
            return Identity.faulty(LinkFault.ID_NOT_RENDERED);
        }
        if (survey.linkSignature().isPresent()) {
            boolean vouched = brazeId.isPresent()
                    && survey.linkSignature().get().vouchesFor(survey.id(), id, signature.orElse(""));
            return vouched ? Identity.known(new Respondent.Braze(id)) : Identity.faulty(LinkFault.BAD_SIGNATURE);
        }
        return Identity.known(brazeId.isPresent() ? new Respondent.Braze(id) : new Respondent.External(id));
    }
}

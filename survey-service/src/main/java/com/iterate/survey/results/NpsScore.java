package com.iterate.survey.results;

import com.iterate.survey.results.Results.Nps;
import com.iterate.survey.results.Results.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The net promoter score of a distribution from 0 to 10. */
final class NpsScore {

    private static final int PROMOTERS_FROM = 9;
    private static final int PASSIVES_FROM = 7;

    private NpsScore() {}

    /** Empty when nobody has answered: a score of 0 would be a finding. */
    static Optional<Nps> of(List<Share> distribution) {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        for (Share share : distribution) {
            int points = new BigDecimal(share.value()).intValue();
            if (points >= PROMOTERS_FROM) {
                promoters += share.count();
            } else if (points >= PASSIVES_FROM) {
                passives += share.count();
            } else {
                detractors += share.count();
            }
        }
        long all = promoters + passives + detractors;
        if (all == 0) {
            return Optional.empty();
        }
        BigDecimal score = BigDecimal.valueOf(100 * (promoters - detractors))
                .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
        return Optional.of(new Nps(score, promoters, passives, detractors));
    }
}

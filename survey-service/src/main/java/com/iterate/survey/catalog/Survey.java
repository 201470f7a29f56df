package com.iterate.survey.catalog;

import com.iterate.survey.braze.BrazeSettings;
import com.iterate.survey.questions.Ids;
import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.QuestionsJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.ColumnTransformer;

/** A survey as it is being written. What respondents see is its newest version. */
@Entity
@Table(name = "survey")
class Survey {

    /** 95 bits: the id is all that a link needs, so nobody may guess one. */
    private static final int ID_LENGTH = 16;

    /** 190 bits, more than HMAC-SHA256 can be attacked for. */
    private static final int SECRET_LENGTH = 32;

    @Id
    private String id;

    @Column(name = "company_id")
    private String companyId;

    @Column
    private String title;

    @Column
    @ColumnTransformer(write = "?::jsonb")
    private String questions;

    @Column
    @ColumnTransformer(write = "?::jsonb")
    private String design;

    @Column
    @Enumerated(EnumType.STRING)
    private SurveyState state;

    @Column
    private long revision;

    @Column(name = "live_version")
    private int liveVersion;

    @Column(name = "published_revision")
    private long publishedRevision;

    @Column
    @ColumnTransformer(write = "?::jsonb")
    private String braze;

    @Column(name = "braze_revision")
    private long brazeRevision;

    @Column(name = "link_secret")
    private String linkSecret;

    @Column(name = "previous_link_secret")
    private String previousLinkSecret;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    /** For Hibernate, which fills in the fields. */
    protected Survey() {}

    static Survey draft(String companyId, Draft draft) {
        Survey survey = new Survey();
        survey.id = Ids.mint(ID_LENGTH);
        survey.companyId = companyId;
        survey.state = SurveyState.DRAFT;
        survey.braze = StoredJson.write(BrazeSettings.OFF);
        survey.linkSecret = Ids.mint(SECRET_LENGTH);
        survey.previousLinkSecret = "";
        survey.edit(draft);
        return survey;
    }

    void edit(Draft draft) {
        title = draft.title();
        questions = QuestionsJson.write(draft.questions());
        design = StoredJson.write(draft.design());
        revision++;
    }

    /** Makes the draft the next version. */
    void publish() {
        liveVersion++;
        publishedRevision = revision;
        state = SurveyState.OPEN;
    }

    void close() {
        state = SurveyState.CLOSED;
    }

    void reopen() {
        state = SurveyState.OPEN;
    }

    void changeBraze(BrazeSettings settings) {
        braze = StoredJson.write(settings);
        brazeRevision++;
    }

    /** Signs new links with a new secret; links signed with the one before stay valid. */
    void renewLinkSecret() {
        previousLinkSecret = linkSecret;
        linkSecret = Ids.mint(SECRET_LENGTH);
        brazeRevision++;
    }

    void changed(Instant at, String by) {
        changedAt = at;
        changedBy = by;
    }

    String id() {
        return id;
    }

    String companyId() {
        return companyId;
    }

    String title() {
        return title;
    }

    List<Question> questions() {
        return QuestionsJson.stored(questions);
    }

    Design design() {
        return StoredJson.read(design, Design.class);
    }

    SurveyState state() {
        return state;
    }

    long revision() {
        return revision;
    }

    int liveVersion() {
        return liveVersion;
    }

    boolean isLive() {
        return liveVersion > 0;
    }

    boolean hasUnpublishedChanges() {
        return revision != publishedRevision;
    }

    BrazeSettings braze() {
        return StoredJson.read(braze, BrazeSettings.class);
    }

    long brazeRevision() {
        return brazeRevision;
    }

    /** The secret for the link, when the link is to be signed. */
    Optional<String> signingSecret() {
        return braze().signed() ? Optional.of(linkSecret) : Optional.empty();
    }

    Instant changedAt() {
        return changedAt;
    }

    String changedBy() {
        return changedBy;
    }
}

package com.iterate.survey.publishing;

import com.iterate.contracts.InvalidEvent;
import com.iterate.contracts.Respondent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A {@link Pass} in few bytes. */
final class PassCodec {

    private static final int ANONYMOUS = 0;
    private static final int BRAZE = 1;
    private static final int EXTERNAL = 2;

    private PassCodec() {}

    static byte[] encode(Pass pass) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(pass.surveyId());
            out.writeUTF(pass.responseId());
            if (pass.respondent() instanceof Respondent.Braze braze) {
                out.writeByte(BRAZE);
                out.writeUTF(braze.id());
            } else if (pass.respondent() instanceof Respondent.External external) {
                out.writeByte(EXTERNAL);
                out.writeUTF(external.id());
            } else {
                out.writeByte(ANONYMOUS);
            }
            out.writeShort(pass.answered().size());
            for (int hash : pass.answered()) {
                out.writeInt(hash);
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    static Optional<Pass> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String surveyId = in.readUTF();
            String responseId = in.readUTF();
            Respondent respondent =
                    switch (in.readByte()) {
                        case BRAZE -> new Respondent.Braze(in.readUTF());
                        case EXTERNAL -> new Respondent.External(in.readUTF());
                        default -> new Respondent.Anonymous();
                    };
            Set<Integer> answered = new HashSet<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                answered.add(in.readInt());
            }
            return Optional.of(new Pass(surveyId, responseId, respondent, answered));
        } catch (IOException | InvalidEvent notOurs) {
            return Optional.empty();
        }
    }
}

package dev.parley.infra.creatio;

import dev.parley.command.questionset.CrmWriting;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows the very request that Creatio would be sent. */
@Component
final class CreatioWriting implements CrmWriting {
    private static final String NO_LEAD_YET = "00000000-0000-0000-0000-000000000000";

    @Override
    public Preview preview(Optional<String> record, List<Answered> answers) {
        var patch = LeadPatch.of(answers);
        return new Preview(
                LeadPatch.method(),
                LeadPatch.path(record.orElse(NO_LEAD_YET)),
                LeadPatch.headers(),
                patch.body(),
                patch.omitted());
    }
}

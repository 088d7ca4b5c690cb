import { closeSilentThreads } from '#features/correspondence/close-silent-threads.ts';
import { eraseAppointments } from '#features/erasure/erase-appointments.ts';
import { eraseCallbacks } from '#features/erasure/erase-callbacks.ts';
import { eraseCallerProofs } from '#features/erasure/erase-caller-proofs.ts';
import { eraseComplaints } from '#features/erasure/erase-complaints.ts';
import { eraseDocuments } from '#features/erasure/erase-documents.ts';
import { eraseFillings } from '#features/erasure/erase-fillings.ts';
import { eraseQuestions } from '#features/erasure/erase-questions.ts';
import { eraseRecipients } from '#features/erasure/erase-recipients.ts';
import { eraseRequests } from '#features/erasure/erase-requests.ts';
import { eraseTextStops } from '#features/erasure/erase-text-stops.ts';
import { eraseOldLines, eraseThreads } from '#features/erasure/erase-threads.ts';
import { eraseTypedNumbers } from '#features/erasure/erase-typed-numbers.ts';
import { eraseUnavailability } from '#features/erasure/erase-unavailability.ts';
import { listOrganisations } from '#features/organisation/organisation.data.ts';
import { log, logUnexpected } from '#shared/log.ts';
import { clock } from '../wiring.ts';

/** Closes what nobody goes on with, and erases in every organisation what has been kept long enough; trouble in one does not keep the others waiting. */
export async function eraseOutlived(): Promise<void> {
  for (const { id } of await listOrganisations()) {
    try {
      const appointments = await eraseAppointments(clock, id);
      const silent = await closeSilentThreads(clock, id);
      if (silent > 0) log.info({ threads: silent }, 'closed after a silence');
      const erased = {
        appointments,
        threads: await eraseThreads(clock, id),
        shortened: await eraseOldLines(clock, id),
        textStops: await eraseTextStops(clock, id),
        callbacks: await eraseCallbacks(clock, id),
        callerProofs: await eraseCallerProofs(clock, id),
        complaints: await eraseComplaints(clock, id),
        documents: await eraseDocuments(clock, id),
        fillings: await eraseFillings(clock, id),
        recipients: await eraseRecipients(clock, id),
        questions: await eraseQuestions(clock, id),
        requests: await eraseRequests(clock, id),
        typedNumbers: await eraseTypedNumbers(clock, id),
        unavailability: await eraseUnavailability(clock, id),
      };
      if (Object.values(erased).some((count) => count > 0)) log.info(erased, 'erased');
    } catch (error) {
      logUnexpected(error, 'erasing what was kept long enough');
    }
  }
}

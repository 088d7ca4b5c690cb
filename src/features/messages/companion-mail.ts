import { createTranslator } from 'next-intl';
import type { CompanionRole } from '#journey/companion-roles.ts';
import { perCatalogue } from '#shared/i18n/per-catalogue.ts';
import type { MailBody, MailFact } from '../../../emails/mail-content.ts';
import { greetableName } from './greetable-name.ts';
import { wordsOf, writeFacts, writeFooter, writePhrase } from './mail-parts.ts';
import type { Telling } from './told.ts';

const roleNamesOf = perCatalogue((locale, messages) =>
  createTranslator({ locale, messages, namespace: 'companions.roles' }),
);

function roleNames({ sender, appointment: { language } }: Telling) {
  return roleNamesOf(language, sender.formOfAddress);
}

/** The mail that takes a third person their link: who asks, when, as what, and what they see. Nothing of what it is for. */
export function writeCompanionMail(telling: Telling, moment: string): MailBody {
  const t = wordsOf(telling);
  const role = telling.appointment.companion?.role ?? 'family';
  return {
    label: t('companionLink.label'),
    preview: t('companionLink.preview', { moment }),
    facts: [...writeFacts(telling).slice(0, 1), ...writeInvitation(telling, role)],
    actions: [{ label: t('companionLink.open'), url: telling.link }],
    sections: [writePhrase(telling, false)],
    footer: writeCompanionFooter(telling),
  };
}

/** Word to a third person that the video call is at another time. @param facts the time now, and the one before */
export function writeCompanionMoved(telling: Telling, facts: readonly MailFact[], moment: string): MailBody {
  const t = wordsOf(telling);
  return {
    label: t('companionMoved.label'),
    preview: t('companionMoved.preview', { moment }),
    facts: facts.slice(0, telling.formerStartAt === null ? 1 : 2),
    actions: [{ label: t('companionLink.open'), url: telling.link }],
    sections: [writePhrase(telling, false)],
    footer: writeCompanionFooter(telling),
  };
}

/** Word to a third person that it does not take place; why, and what is done instead, is not for them. */
export function writeCompanionOff(telling: Telling): MailBody {
  const t = wordsOf(telling);
  return {
    label: t('companionOff.label'),
    preview: t('companionOff.preview'),
    facts: [],
    actions: [],
    sections: [writePhrase(telling, false)],
    footer: writeCompanionFooter(telling),
  };
}

function writeInvitation(telling: Telling, role: CompanionRole): readonly MailFact[] {
  const t = wordsOf(telling);
  const name = greetableName(telling.appointment.companion?.invitedBy ?? '');
  const organisation = telling.sender.name;
  return [
    { label: t('companionLink.invitedBy'), value: name ?? t('companionLink.clerk', { organisation }) },
    { label: t('companionLink.as'), value: roleNames(telling)(role) },
    { label: t('companionLink.sees'), value: t(`companionLink.may.${role}`) },
  ];
}

/** How long their address is kept; not the page of the service, which would say what it is about. */
function writeCompanionFooter(telling: Telling): ReturnType<typeof writeFooter> {
  const { origin, appointment } = telling;
  const footer = writeFooter({ ...telling, appointment: { ...appointment, services: [] } });
  const lines = [...footer.lines, wordsOf(telling)('companionLink.erased')];
  return { ...footer, lines, link: { ...footer.link, url: `${origin}/` } };
}

'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { ConversationId, ParticipantId } from '#journey/ids.ts';
import { longestReport, type Misconduct, misconducts } from '#journey/misconduct.ts';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconFlag } from '#shared/ui/icons/flag.ts';
import { iconPhoneOff } from '#shared/ui/icons/phone-off.ts';
import { iconTriangleExclamationPoint } from '#shared/ui/icons/triangle-exclamation-point.ts';
import { iconVideoOff } from '#shared/ui/icons/video-off.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { sendEndFor, sendPictureStop, sendReport, sendWarning } from './ask-server.ts';

/** Somebody inside, as far as their conduct goes. */
export type ConductPerson = {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly warning: 'shown' | 'read' | null;
  readonly isPictureStopped: boolean;
};

export type ConductProps = {
  readonly conversationId: ConversationId;
  readonly people: readonly ConductPerson[];
  /** Nobody sees anybody: there is no picture to stop. */
  readonly inWriting?: boolean;
};

/** In the menu of the call: everything for when somebody misbehaves, with the words ready. */
export function ConductPart(props: ConductProps) {
  const t = useTranslations('conduct.seat');
  const [isOpen, setOpen] = useState(false);
  if (props.people.length === 0) return null;
  return (
    <section className="mt-5 grid justify-items-start gap-2">
      <h3 className="text-h3">{t('title')}</h3>
      <Button look="secondary" icon={iconTriangleExclamationPoint} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={t('title')} closeText={t('close')} width="wide">
        <Choices {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}

type Act = 'warn' | 'stop' | 'end' | 'report';

function Choices({ conversationId, people, inWriting, onDone }: ConductProps & { onDone: () => void }) {
  const t = useTranslations('conduct.seat');
  const visitor = useTranslations('conduct.visitor');
  const id = useId();
  const [whoId, setWho] = useState(people[0]?.participantId);
  const [kind, setKind] = useState<Misconduct>('insult');
  const [words, setWords] = useState<string | null>(null);
  const [busy, setBusy] = useState<Act | null>(null);
  const [told, setTold] = useState<'reported' | 'problem' | null>(null);
  const who = people.find(({ participantId }) => participantId === whoId) ?? people[0];
  if (who === undefined) return null;
  const report = words ?? t(`reports.${kind}`, { name: who.name });
  const act = async (what: Act, request: () => Promise<boolean>) => {
    if (busy !== null) return;
    setBusy(what);
    const done = await request();
    setBusy(null);
    setTold(done ? (what === 'report' ? 'reported' : null) : 'problem');
    if (done && what !== 'report') onDone();
  };
  const button = (what: Act, request: () => Promise<boolean>, icon: typeof iconFlag) => (
    <Button
      look={what === 'end' ? 'danger' : 'secondary'}
      icon={icon}
      busy={busy === what}
      busyText={t('busy')}
      onClick={() => void act(what, request)}
    >
      {t(what, { name: who.name })}
    </Button>
  );
  return (
    <div className="grid gap-4">
      {people.length > 1 && (
        <SelectField
          name={`${id}-who`}
          label={t('who')}
          value={who.participantId}
          options={people.map(({ participantId, name }) => ({ value: participantId, text: name }))}
          onChange={({ currentTarget }) => setWho(currentTarget.value as ParticipantId)}
        />
      )}
      <SelectField
        name={`${id}-kind`}
        label={t('kind')}
        value={kind}
        options={misconducts.map((value) => ({ value, text: t(`kinds.${value}`) }))}
        onChange={({ currentTarget }) => setKind(currentTarget.value as Misconduct)}
      />
      <div>
        <p className="font-semibold">{t('theyRead', { name: who.name })}</p>
        <p className="mt-1">{visitor(`warnings.${kind}`)}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {button(
          'warn',
          () => sendWarning(conversationId, who.participantId, kind),
          iconTriangleExclamationPoint,
        )}
        {!inWriting &&
          !who.isPictureStopped &&
          button('stop', () => sendPictureStop(conversationId, who.participantId, kind), iconVideoOff)}
        {button('end', () => sendEndFor(conversationId, kind), iconPhoneOff)}
      </div>
      <TextArea
        id={`${id}-report`}
        name="report"
        label={t('reportWords')}
        hint={t('reportHint')}
        rows={3}
        maxLength={longestReport}
        value={report}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <div className="grid justify-items-start gap-2">
        {button('report', () => sendReport(conversationId, { kind, words: report }), iconFlag)}
        <div role="status" className="empty:hidden">
          {told !== null && <Notice kind={told === 'problem' ? 'danger' : 'ok'}>{t(told)}</Notice>}
        </div>
      </div>
    </div>
  );
}

/** What stands of it: whose picture is stopped, and whether a warning was read. */
export function ConductNotices({ conversationId, people }: ConductProps) {
  const t = useTranslations('conduct.seat');
  const [busyId, setBusyId] = useState<ParticipantId | null>(null);
  const [failed, setFailed] = useState(false);
  const giveBack = async (participantId: ParticipantId) => {
    if (busyId !== null) return;
    setBusyId(participantId);
    setFailed(!(await sendPictureStop(conversationId, participantId, null)));
    setBusyId(null);
  };
  return (
    <div role="status" className="contents">
      {people.map(({ participantId, name, warning, isPictureStopped }) => (
        <div key={participantId} className="contents">
          {isPictureStopped && (
            <Notice
              kind="warn"
              icon={iconVideoOff}
              title={t('stopped', { name })}
              action={
                <Button
                  look="secondary"
                  busy={busyId === participantId}
                  busyText={t('busy')}
                  onClick={() => void giveBack(participantId)}
                >
                  {t('giveBack')}
                </Button>
              }
            />
          )}
          {warning !== null && (
            <Notice
              kind="neutral"
              icon={iconTriangleExclamationPoint}
              title={t(`warned.${warning}`, { name })}
            />
          )}
        </div>
      ))}
      {failed && <Notice kind="danger">{t('problem')}</Notice>}
    </div>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import type { TestResults } from '#journey/device-test-results.ts';
import { PermissionHelp } from '#shared/media/permission-help.tsx';
import { NumberedSteps } from '#shared/ui/numbered-steps.tsx';
import type { TestFinding } from '../judge-test.ts';

const remedies = {
  browser: ['update'],
  connection: ['mobile', 'firewall', 'vpn'],
  slow: ['closer', 'others', 'mobile'],
  speaker: ['louder', 'plug'],
  silent: ['mute', 'rightOne'],
  microphone: [],
  camera: [],
  noUdp: ['vpn', 'firewall'],
} as const;

type TestHelpProps = { finding: NonNullable<TestFinding>; results: TestResults };

/** What usually helps, the likeliest first. */
export function TestHelp({ finding, results }: TestHelpProps) {
  const t = useTranslations('deviceTest.help');
  const media = useTranslations('media');
  const device = finding === 'microphone' ? results.microphone : finding === 'camera' ? results.camera : null;
  const first =
    device === null || device === 'works' || device === 'silent' || device === 'refused'
      ? []
      : [
          {
            key: device,
            text: media(`remedies.${device}`),
          },
        ];
  const steps = [...first, ...remedies[finding].map((key) => ({ key, text: t(key) }))];
  return (
    <section aria-labelledby="help" className="mt-4 rounded-lg bg-warn-tint p-5">
      <h2 id="help" className="text-h3">
        {t('title')}
      </h2>
      {device === 'refused' && <PermissionHelp moment="repair" />}
      {steps.length > 0 && <NumberedSteps steps={steps} />}
    </section>
  );
}

import { getTranslations } from 'next-intl/server';
import { Menu } from '#shared/ui/menu.tsx';
import { currentReader } from '../../../current-reader.ts';
import { hoursHref } from './grid-days.ts';
import type { HoursView } from './hours-request.ts';

/** Which team's hours are shown. */
export async function TeamChoice({ view }: { view: HoursView }) {
  const [t, { say }] = await Promise.all([getTranslations('admin.hours'), currentReader()]);
  return (
    <>
      <Menu
        label={t('team', { team: say(view.team.name) })}
        entries={view.teams.map((team) => ({
          id: team.id,
          text: say(team.name),
          href: hoursHref({ ...view, team }),
        }))}
      />
      <noscript>
        <ul className="flex flex-wrap gap-3">
          {view.teams.map((team) => (
            <li key={team.id}>
              <a href={hoursHref({ ...view, team })}>{say(team.name)}</a>
            </li>
          ))}
        </ul>
      </noscript>
    </>
  );
}

import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { countMisfits } from '#features/administration/misfits.ts';
import { classNames } from '#shared/ui/class-names.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { currentOrganisation, currentStaff } from '../../current-request.ts';
import { staffHome } from '../staff-home.ts';
import { StaffShell } from '../staff-shell.tsx';
import { administrationTools } from './administration-tools.ts';

export type AdminSection =
  | 'hours'
  | 'counter'
  | 'services'
  | 'seats'
  | 'locations'
  | 'contact'
  | 'holidays'
  | 'absences'
  | 'messages'
  | 'unfit';

const sections: readonly AdminSection[] = [
  'services',
  'hours',
  'counter',
  'seats',
  'locations',
  'contact',
  'holidays',
  'absences',
  'messages',
  'unfit',
];

type AdminPageProps = {
  section: AdminSection;
  title: ReactNode;
  actions?: ReactNode;
  /** The column where something is changed. */
  aside?: {
    readonly label: string;
    readonly children: ReactNode;
    /** Nothing is being changed: it only says how. */
    readonly isIdle?: boolean;
  };
  /** A change was just saved; what begins with `hits` left appointments without their time. Another one makes the forms begin anew. */
  saved?: string | undefined;
  children: ReactNode;
};

/** Rail, menu, content, and a column to change things in; on a phone one under the other, what is being changed first. */
export async function AdminPage({ section, title, actions, aside, saved, children }: AdminPageProps) {
  const t = await getTranslations('admin');
  const hasHits = saved?.startsWith('hits');
  return (
    <StaffShell current="admin">
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <Menu current={section} />
        <div className="flex min-w-0 flex-1 flex-col xl:flex-row">
          <div className="min-w-0 flex-1 bg-surface px-4 py-5 sm:px-6">
            <div className="flex flex-wrap items-center gap-3">
              <h1 className="text-[1.625rem] leading-8">{title}</h1>
              {actions && <div className="flex flex-wrap items-center gap-2 sm:ml-auto">{actions}</div>}
            </div>
            {saved !== undefined && (
              <Notice kind={hasHits ? 'warn' : 'ok'} role="status" className="mt-4" title={t('saved')}>
                {hasHits && <a href="/admin/unfit">{t('savedHits')}</a>}
              </Notice>
            )}
            <div key={saved} className="mt-4">
              {children}
            </div>
          </div>
          {aside && (
            <section
              aria-label={aside.label}
              className={classNames(
                'w-full flex-none border-line bg-ground px-5 pt-5 pb-3 xl:sticky xl:scroll-pb-28 xl:pb-0 xl:top-0 xl:max-h-[calc(100dvh-3.375rem)] xl:min-h-[calc(100dvh-3.375rem)] xl:w-92 xl:self-start xl:overflow-y-auto xl:border-l',
                aside.isIdle ? 'max-xl:border-t' : 'max-xl:order-first max-xl:border-b',
              )}
            >
              <div key={saved} id="edit" tabIndex={-1} className="ring-none scroll-mt-4">
                {aside.children}
              </div>
            </section>
          )}
        </div>
      </div>
    </StaffShell>
  );
}

async function Menu({ current }: { current: AdminSection }) {
  const t = await getTranslations('admin.menu');
  return (
    <nav
      aria-label={t('label')}
      className="flex-none border-line bg-sunken p-3 max-lg:border-b lg:w-56 lg:border-r lg:py-5 print:hidden"
    >
      <p className="px-2.5 pb-2 text-small font-strong text-ink-2 max-lg:sr-only">{t('offer')}</p>
      <ul className="flex flex-wrap gap-1 lg:flex-col">
        {sections.map((section) => (
          <li key={section}>
            <a
              href={`/admin/${section}`}
              aria-current={section === current ? 'page' : undefined}
              className={classNames(
                'flex min-h-9 items-center gap-2 rounded-sm px-2.5 py-1 no-underline',
                section === current ? 'bg-brand-tint font-strong text-brand' : 'text-ink hover:bg-ground',
              )}
            >
              {t(`${section}`)}
              {section === 'unfit' && <UnfitCount />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many appointments lost their time and wait for somebody to settle them. */
async function UnfitCount() {
  const [t, actor, tools] = await Promise.all([
    getTranslations('admin.menu'),
    currentStaff(),
    administrationTools(),
  ]);
  const counted = actor && (await countMisfits(tools, actor));
  if (counted === null || counted.count === 0) return null;
  const { count, isOpen } = counted;
  return (
    <Tag tone="warn">
      <span aria-hidden="true">{isOpen ? `${count}+` : count}</span>
      <span className="sr-only">{t('unfitCount', { count })}</span>
    </Tag>
  );
}

/** For staff with other tasks. */
export async function NotForYou() {
  const [t, { name }, home] = await Promise.all([
    getTranslations('admin.forbidden'),
    currentOrganisation(),
    currentStaff().then(staffHome),
  ]);
  return (
    <StaffShell current="admin">
      <div className="px-4 py-6 sm:px-8">
        <h1 className="text-[1.625rem] leading-8">{t('heading')}</h1>
        <Notice kind="warn" className="mt-4" title={t('title')}>
          {t('text', { organisation: name })} {home && <a href={home.href}>{home.text}</a>}
        </Notice>
      </div>
    </StaffShell>
  );
}

import path from 'node:path';
import { projectRoot } from '../project.ts';
import type { Demo } from './describe-demo.ts';

const WORDS_FOR_ROLES: Record<string, string> = {
  clerk: 'clerk',
  expert: 'expert',
  supervisor: 'supervisor',
  privacyOfficer: 'privacy officer',
  administrator: 'administrator',
};

/** The one screen that the demo ends with. */
export function drawScreen(demo: Demo, seconds: number, folder: string): string {
  const lines = ['', `  Digitale Balie runs (ready in ${seconds} s).`];
  for (const { slug, name, addresses, signOn } of demo.organisations) {
    lines.push('', `  ${name}`, '', row('Citizen', addresses.citizen));
    const link = demo.links.find(({ organisation }) => organisation === slug);
    if (link) lines.push(row('Join now', link.url), row('', `(${link.label})`));
    lines.push(row('Seat', addresses.seat), row('Figures', addresses.insights));
    const people = Object.entries(signOn).map(
      ([role, names]) => `${shorten(names)} (${WORDS_FOR_ROLES[role] ?? role})`,
    );
    lines.push(...people.map((person, index) => row(index === 0 ? 'Sign on as' : '', person)));
  }
  lines.push(
    '',
    '  Inboxes',
    '',
    row('Mail', new URL('/', demo.mailboxApi).href),
    row('SMS', new URL('/', demo.smsApi).href),
    '',
    `  Open the seat in one window and "Join now" in another. Ctrl-C stops everything; the data stays.`,
    `  For scripts: ${path.relative(projectRoot, path.join(folder, 'demo.json'))}. Logs: ${path.relative(projectRoot, path.join(folder, 'logs'))}.`,
    '',
    '',
  );
  return lines.join('\n');
}

const SHOWN_NAMES = 2;

function shorten(names: string[]): string {
  return names.slice(0, SHOWN_NAMES).join(', ');
}

function row(label: string, value: string): string {
  return `    ${label.padEnd(12)}${value}`;
}

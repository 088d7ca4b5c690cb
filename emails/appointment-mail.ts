import { createElement as h, type ReactNode } from 'react';
import { Body, Button, Head, Heading, Html, Img, Link, Preview, render, Section, Text } from 'react-email';
import type { OrganisationTheme } from '#shared/ui/organisation-theme.ts';
import type { MailContent, MailFact, MailLink, MailSection } from './mail-content.ts';
import {
  darkStyleSheet,
  facadeHeightPixels,
  type MailStyles,
  mailStyles,
  markPixels,
  widthPixels,
} from './mail-styles.ts';

/** Content-IDs of the pictures that travel with the mail. */
export type MailPictures = { readonly mark: string; readonly facade: string };

// Written without JSX: the worker runs these files as they are.

/** The HTML of a mail about an appointment: tables, styles in the elements, no script and nothing fetched from elsewhere. */
export async function renderAppointmentMail(
  content: MailContent,
  theme: OrganisationTheme,
  pictures: MailPictures,
): Promise<string> {
  const styles = mailStyles(theme);
  const preview = { useTitleTag: false, children: content.preview };
  return render(
    h(
      Html,
      { lang: content.language },
      h(
        Head,
        null,
        h('title', null, content.subject),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('style', null, darkStyleSheet(theme)),
      ),
      h(
        Body,
        { lang: content.language, className: 'ground', style: styles.body },
        h(Preview, preview),
        fitted(card(content, styles, pictures), styles),
      ),
    ),
  );
}

/** A table of fixed layout is as wide as the screen whatever is inside, so that the card can shrink to it. */
function fitted(inside: ReactNode, styles: MailStyles): ReactNode {
  const attributes = { role: 'presentation', width: '100%', cellPadding: 0, cellSpacing: 0, border: 0 };
  const cell = h('td', { className: 'ground', align: 'center', style: styles.ground }, inside);
  return h('table', { ...attributes, style: styles.fitted }, h('tbody', null, h('tr', null, cell)));
}

function card(content: MailContent, styles: MailStyles, pictures: MailPictures): ReactNode {
  const row = (className: string, style: object, ...children: ReactNode[]) =>
    h('tr', { key: className }, h('td', { className, style }, ...children));
  return h(
    'table',
    {
      role: 'presentation',
      align: 'center',
      // Outlook for Windows reads the attribute; the others shrink by the style.
      width: widthPixels,
      cellPadding: 0,
      cellSpacing: 0,
      border: 0,
      className: 'surface',
      style: styles.card,
    },
    h(
      'tbody',
      null,
      row('top', styles.top, top(content, styles, pictures.mark)),
      row(
        'band',
        styles.band,
        h(Text, { style: styles.greeting }, content.greeting),
        h(Heading, { as: 'h1', style: styles.title }, content.title),
      ),
      row('street', styles.street, picture(pictures.facade, widthPixels, facadeHeightPixels)),
      row(
        'content',
        styles.content,
        content.intro &&
          h(Text, { key: 'intro', className: 'ink', style: styles.intro }, ...inLines(content.intro)),
        facts(content.facts, styles),
        ...content.actions.map((action, index) => button(action, index === 0, styles)),
        content.note &&
          h(Text, { key: 'note', className: 'quiet', style: styles.note }, ...inLines(content.note)),
        ...content.sections.map((section) => part(section, styles)),
      ),
      row('foot', styles.foot, ...foot(content.footer, styles)),
    ),
  );
}

function top({ sender, product, label }: MailContent, styles: MailStyles, mark: string): ReactNode {
  return table(
    h(
      'tr',
      null,
      h('td', { width: markPixels }, picture(mark, markPixels, markPixels)),
      h(
        'td',
        { style: { paddingLeft: 12 } },
        h(Text, { className: 'ink', style: styles.sender }, sender),
        h(Text, { className: 'quiet', style: styles.small }, product),
      ),
      h('td', { align: 'right', className: 'quiet', style: styles.small }, label),
    ),
  );
}

/** Decoration: the words beside it say everything. A picture as wide as the mail shrinks with it. */
function picture(contentId: string, width: number, height: number): ReactNode {
  const style = width === widthPixels ? { width: '100%', height: 'auto' } : {};
  return h(Img, { src: `cid:${contentId}`, alt: '', width, height, style });
}

function facts(all: readonly MailFact[], styles: MailStyles): ReactNode {
  const rows = all.map(({ label, value, note, strong = false }) =>
    h(
      'tr',
      { key: label },
      h('td', { className: 'quiet', style: styles.factLabel }, label),
      h(
        'td',
        { className: 'ink', style: styles.factValue },
        strong ? h('strong', null, value) : inLines(value),
        note && [h('br', { key: 'break' }), note],
      ),
    ),
  );
  return table(...rows);
}

function button({ label, url }: MailLink, primary: boolean, styles: MailStyles): ReactNode {
  const style = primary ? styles.primary : styles.secondary;
  return h(Button, { key: url, href: url, className: primary ? 'first' : 'second', style }, label);
}

function part({ title, text, items, words, small, link }: MailSection, styles: MailStyles): ReactNode {
  const inside = [
    h(Heading, { key: 'title', as: 'h2', className: 'ink', style: styles.heading }, title),
    text && h(Text, { key: 'text', className: 'ink', style: styles.text }, text),
    ...(items ?? []).map((item) => thing(item, styles)),
    words && wordPair(words, styles),
    small && h(Text, { key: 'small', className: 'quiet', style: styles.small }, small),
    link && h(Text, { key: 'link', style: styles.text }, anchor(link, styles)),
  ];
  return h(
    Section,
    { key: title, className: 'line', style: styles.section },
    ...(words ? [h(Section, { key: 'tint', className: 'tint', style: styles.tint }, ...inside)] : inside),
  );
}

function thing({ title, reason }: { title: string; reason: string }, styles: MailStyles): ReactNode {
  return h(
    Section,
    { key: title, style: { marginTop: 10 } },
    h(
      'div',
      { className: 'ink item', style: styles.item },
      h('strong', null, title),
      h('br'),
      h('span', { className: 'quiet', style: styles.small }, reason),
    ),
  );
}

function wordPair(words: readonly string[], styles: MailStyles): ReactNode {
  const cells = words.flatMap((word, index) => [
    ...(index === 0 ? [] : [h('td', { key: `gap ${word}`, width: '2%' })]),
    h('td', { key: word, width: '49%', className: 'ink word', style: styles.word }, word),
  ]);
  return h('div', { key: 'words', style: { padding: '8px 0' } }, table(h('tr', { key: 'words' }, ...cells)));
}

function foot({ title, lines, link }: MailContent['footer'], styles: MailStyles): ReactNode[] {
  return [
    h('strong', { key: 'title' }, title),
    ...lines.flatMap((line) => [h('br', { key: `break ${line}` }), line]),
    h('br', { key: 'last' }),
    h(Link, { key: 'link', href: link.url, style: styles.footLink }, link.label),
  ];
}

function anchor({ label, url }: MailLink, styles: MailStyles): ReactNode {
  return h(Link, { href: url, className: 'link', style: styles.link }, label);
}

function table(...rows: ReactNode[]): ReactNode {
  const attributes = { role: 'presentation', width: '100%', cellPadding: 0, cellSpacing: 0, border: 0 };
  return h('table', { key: 'table', ...attributes }, h('tbody', null, ...rows));
}

function inLines(text: string): ReactNode[] {
  return text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? [line] : [h('br', { key: `break ${index}` }), line]));
}

import type { MailContent, MailLink, MailSection } from './mail-content.ts';

/** The same content for readers without HTML: all of it, in the same order, every address in full. */
export function renderPlainText(content: MailContent): string {
  // French sets a space before a colon that may not break.
  const colon = content.language === 'fr' ? '\u00a0:' : ':';
  const linkLines = ({ label, url }: MailLink) => `${label}${colon}\n${url}`;
  const blocks = [
    content.greeting,
    content.title,
    ...(content.intro === null ? [] : [content.intro]),
    content.facts
      .map(({ label, value, note }) =>
        [`${label}${colon} ${value.replaceAll('\n', '; ')}`, ...(note ? [`(${note})`] : [])].join(' '),
      )
      .join('\n'),
    ...content.actions.map(linkLines),
    ...(content.note === null ? [] : [content.note]),
    ...content.sections.map((section) => sectionLines(section, linkLines)),
    [
      '--',
      content.sender,
      content.footer.title,
      ...content.footer.lines,
      linkLines(content.footer.link),
    ].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionLines(
  { title, text, items, words, small, link }: MailSection,
  linkLines: (link: MailLink) => string,
): string {
  return [
    title,
    ...(text ? [text] : []),
    ...(items ?? []).map((item) => `- ${item.title}. ${item.reason}`),
    ...(words ? [`  ${words.join('  ')}`] : []),
    ...(small ? [small] : []),
    ...(link ? [linkLines(link)] : []),
  ].join('\n');
}

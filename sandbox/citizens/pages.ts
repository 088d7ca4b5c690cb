import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { messagePage, type Page } from '../page.ts';
import type { Person } from './persons.ts';
import {
  type DataName,
  languageNames,
  type PageLanguage,
  type PageTexts,
  pageLanguages,
  texts,
} from './texts.ts';

type Choice = {
  /** Address of this page, without a query. */
  readonly action: string;
  readonly language: PageLanguage;
  /** What is practised, such as itsme. */
  readonly provider: string;
  readonly organisation: string;
  readonly data: readonly DataName[];
  readonly persons: readonly Person[];
  readonly formTargets: readonly string[];
  /** Of the addresses that the forms are sent to, and of this page in another language: `?…`. */
  readonly query?: string;
};

/** The page on which somebody chooses who to be: one button for each person, and one that says no. */
export function choicePage({
  action,
  language,
  provider,
  organisation,
  data,
  persons,
  formTargets,
  query = '',
}: Choice): Page {
  const words = texts[language];
  return {
    title: `${words.title} - ${words.practice}`,
    language,
    formTargets,
    body: html`<header class="band">
<div class="inner">
<p class="practice">${words.practice} · ${provider}</p>
<h1>${words.title}</h1>
<p>${words.lead(organisation)}</p>
</div>
<div class="facade" aria-hidden="true"></div>
</header>
<main class="inner">
<nav class="languages">${pageLanguages.map((each) => languageLink(`${action}${query}`, each, each === language))}</nav>
<p class="not-real">${words.notReal(provider)}</p>
<p>${words.given} ${new Intl.ListFormat(language).format(data.map((name) => words.data[name]))}.</p>
<form method="post" action="${action}/choose${query}">
<h2>${words.people}</h2>
<ul>${persons.map((person) => personButton(person, words, language))}</ul>
</form>
<form method="post" action="${action}/refuse${query}" class="way-out">
<button class="button second">${words.refuse}</button>
</form>
</main>`,
  };
}

function languageLink(action: string, language: PageLanguage, isCurrent: boolean): Html {
  const name = languageNames[language];
  return isCurrent
    ? html`<strong lang="${language}">${name}</strong> `
    : html`<a href="${action}${action.includes('?') ? '&' : '?'}language=${language}" lang="${language}" hreflang="${language}">${name}</a> `;
}

function personButton(person: Person, words: PageTexts, language: PageLanguage): Html {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const { subject, givenName, familyName, birthDate, kind, company, represents } = person;
  return html`<li><button class="person" name="subject" value="${subject}">
${icon('person')}
<span><strong>${givenName} ${familyName}</strong>
<span class="about">${words.born(date.format(new Date(birthDate)))} · ${words.kinds[kind]}${company && `: ${company.name}`}${represents && `: ${represents}`}</span></span>
</button></li>`;
}

/** What was refused, with its code for whoever sets up the relying party. */
export function errorPage(code: string, description?: string): Page {
  return {
    title: 'Identificeren lukt niet',
    body: html`<main class="sheet">
<h1>Identificeren lukt niet</h1>
<p class="lead">Begin opnieuw bij de Digitale Balie.</p>
<p class="code">${code}${description && `: ${description}`}</p>
</main>`,
  };
}

export function expiredPage(): Page {
  return messagePage('Deze identificatie is verlopen', 'Begin opnieuw bij de Digitale Balie.');
}

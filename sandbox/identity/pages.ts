import { Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { messagePage, type Page } from '../page.ts';
import type { StaffMember } from './settings.ts';

/** The roles' names in Dutch, one and many, in the order of the page. Another role is shown as it is written. */
const roleNames: Record<string, readonly [one: string, many: string]> = {
  clerk: ['medewerker', 'Medewerkers'],
  expert: ['deskundige', 'Deskundigen'],
  supervisor: ['leidinggevende', 'Leidinggevenden'],
  'privacy officer': ['functionaris gegevensbescherming', 'Functionarissen gegevensbescherming'],
  administrator: ['beheerder', 'Beheerders'],
};

/**
 * The page where somebody of the organisation signs on: one button for each person, grouped by first role. Its words, as those of
 * every page here, address nobody: one municipality says "u", the other "je".
 */
export function signOnPage(
  action: string,
  organisationName: string,
  staff: readonly StaffMember[],
  formTargets: string[],
): Page {
  return {
    title: `Aanmelden - ${organisationName}`,
    formTargets,
    body: html`<header class="band">
<div class="inner">
<p class="organisation">${organisationName}</p>
<h1>Aanmelden</h1>
<p>Kies een naam. Daarna gaat het verder in de Digitale Balie.</p>
</div>
<div class="facade" aria-hidden="true"></div>
</header>
<main class="inner">
<form method="post" action="${action}/sign-on">
${groupByRole(staff).map(([role, members]) => roleSection(role, members))}
</form>
<form method="post" action="${action}/cancel" class="way-out">
<button class="button second">Annuleren</button>
</form>
<p class="note">Dit aanmeldpunt hoort bij een proefopstelling. Een wachtwoord is niet nodig.</p>
</main>`,
  };
}

function roleSection(role: string, members: readonly StaffMember[]): Html {
  return html`<section>
<h2>${roleNames[spoken(role)]?.[1] ?? capitalise(spoken(role))}</h2>
<ul>
${members.map(
  (member) => html`<li><button class="person" name="subject" value="${member.subject}">
${icon('person')}
<span><strong>${member.name}</strong>
<span class="duties">${duties(member)}</span></span>
</button></li>`,
)}
</ul>
</section>`;
}

function groupByRole(staff: readonly StaffMember[]): [role: string, members: StaffMember[]][] {
  const order = Object.keys(roleNames);
  const rank = (role: string) => (order.includes(spoken(role)) ? order.indexOf(spoken(role)) : order.length);
  const groups = Map.groupBy(staff, (member) => member.roles[0] ?? '');
  return [...groups].sort(([one], [other]) => rank(one) - rank(other) || one.localeCompare(other));
}

function duties({ roles, teams }: StaffMember): string {
  const names = roles.map((role) => roleNames[spoken(role)]?.[0] ?? spoken(role));
  const together = new Intl.ListFormat('nl').format(names);
  return [capitalise(together), ...teams.map((team) => capitalise(spoken(team)))].join(' · ');
}

/** An identifier as it is said: `privacy-officer` and `privacy_officer` are both "privacy officer". */
function spoken(identifier: string): string {
  return identifier.toLowerCase().replace(/[-_]/g, ' ');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Asks before signing off everywhere. `form` is the provider's own form, with its secret. */
export function signOffPage(form: string): Page {
  return {
    title: 'Afmelden',
    body: html`<main class="sheet">
<h1>Afmelden bij de gemeente?</h1>
<p class="lead">Daarna kan iemand anders zich hier aanmelden.</p>
${new Html(form)}
<p class="choices">
<button class="button" form="op.logoutForm" name="logout" value="yes">Meld mij af</button>
<button class="button second" form="op.logoutForm">Blijf aangemeld</button>
</p>
</main>`,
  };
}

export function signedOffPage(): Page {
  return messagePage('Het afmelden is gelukt', 'Dit venster mag dicht.');
}

/** What the provider refused, with its code for whoever configures the relying party. */
export function errorPage(code: string, description?: string): Page {
  return {
    title: 'Aanmelden lukt niet',
    body: html`<main class="sheet">
<h1>Aanmelden lukt niet</h1>
<p class="lead">Begin opnieuw bij de Digitale Balie.</p>
<p class="code">${code}${description && `: ${description}`}</p>
</main>`,
  };
}

export function expiredPage(): Page {
  return messagePage('Deze aanmelding is verlopen', 'Begin opnieuw bij de Digitale Balie.');
}

export function strangerPage(): Page {
  return messagePage(
    'Deze persoon hoort hier niet',
    'Alleen medewerkers van deze gemeente kunnen zich hier aanmelden.',
  );
}

export function unknownPage(): Page {
  return messagePage('Deze pagina bestaat niet', 'Begin bij de Digitale Balie. Die leidt vanzelf hierheen.');
}

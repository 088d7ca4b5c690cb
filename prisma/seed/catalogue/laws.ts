import type { LocalizedText } from '../content.ts';

/** Laws are named so that they fit after "volgens", "selon", "under" and "nach" (which takes the dative). */
export const populationRegistersAct: LocalizedText = {
  nl: 'de wet van 19 juli 1991 over de bevolkingsregisters en de identiteitskaarten',
  fr: 'la loi du 19 juillet 1991 relative aux registres de la population et aux cartes d’identité',
  en: 'the Act of 19 July 1991 on population registers and identity cards',
  de: 'dem Gesetz vom 19. Juli 1991 über die Bevölkerungsregister und die Personalausweise',
};

export const nationalRegisterAct: LocalizedText = {
  nl: 'de wet van 8 augustus 1983 over het Rijksregister',
  fr: 'la loi du 8 août 1983 organisant un Registre national',
  en: 'the Act of 8 August 1983 on the National Register',
  de: 'dem Gesetz vom 8. August 1983 über das Nationalregister',
};

export const localGovernmentDecree: LocalizedText = {
  nl: 'het decreet van 22 december 2017 over het lokaal bestuur',
  fr: 'le décret flamand du 22 décembre 2017 sur l’administration locale',
  en: 'the Flemish Decree of 22 December 2017 on local government',
  de: 'dem flämischen Dekret vom 22. Dezember 2017 über die lokale Verwaltung',
};

/** Article 40, § 3: the municipal council makes the municipal regulations. */
export const municipalRegulation: LocalizedText = {
  nl: 'een reglement van de gemeenteraad (decreet van 22 december 2017 over het lokaal bestuur, artikel 40, § 3)',
  fr: 'un règlement du conseil communal (décret flamand du 22 décembre 2017 sur l’administration locale, article 40, § 3)',
  en: 'a regulation of the municipal council (Flemish Decree of 22 December 2017 on local government, article 40, § 3)',
  de: 'einer Verordnung des Gemeinderats (flämisches Dekret vom 22. Dezember 2017 über die lokale Verwaltung, Artikel 40 § 3)',
};

function joinWith(and: string, parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}

/** The lawful basis of every service here: the public task (GDPR art. 6(1)(e)) with the service's own laws. */
export function underPublicTask(...laws: readonly LocalizedText[]): LocalizedText {
  const nl = joinWith(
    'en',
    laws.map((law) => law.nl),
  );
  const fr = joinWith(
    'et',
    laws.map((law) => law.fr),
  );
  const en = joinWith(
    'and',
    laws.map((law) => law.en),
  );
  const de = joinWith(
    'und',
    laws.map((law) => law.de),
  );
  return {
    nl: `Wij voeren een taak van algemeen belang uit (AVG, artikel 6, lid 1, punt e), volgens ${nl}.`,
    fr: `Nous exécutons une mission d’intérêt public (RGPD, article 6, paragraphe 1, point e), selon ${fr}.`,
    en: `We carry out a task in the public interest (GDPR, article 6(1)(e)), under ${en}.`,
    de: `Wir erfüllen eine Aufgabe im öffentlichen Interesse (DSGVO, Artikel 6 Absatz 1 Buchstabe e), nach ${de}.`,
  };
}

import type { OrganisationSlug } from './content.ts';

/** What invented citizens thought of one service, so that whoever tries the demo sees what a supervisor sees. */
export type OpinionContent = {
  readonly service: string;
  readonly answers: number;
  /** Asked of everybody in turn, from 1 to 5. */
  readonly satisfaction: readonly number[];
  readonly improvements: readonly string[];
};

/** Demo data: sixty answers for each municipality. They address nobody, so that they fit either form of address. */
export const opinions: Record<OrganisationSlug, readonly OpinionContent[]> = {
  leiebeke: [
    {
      service: 'verhuizing-aangeven',
      answers: 18,
      satisfaction: [5, 4, 5, 4, 3, 5, 4, 5, 2, 4],
      improvements: [
        'Ik moest mijn huurcontract zoeken terwijl we al bezig waren. Zet dat wat duidelijker in de mail.',
        'Super dat dit ’s avonds kon, na het werk.',
        'Het geluid viel één keer weg, maar kwam vanzelf terug.',
        'Très facile, merci. La dame parlait bien français.',
      ],
    },
    {
      service: 'een-vraag',
      answers: 16,
      satisfaction: [4, 4, 5, 3, 4, 1, 5, 4],
      improvements: [
        'Mijn vraag was voor een andere dienst. Het duurde even voor dat duidelijk werd.',
        'Vriendelijk geholpen.',
        'Ik had liever meteen een document gekregen dan een belofte.',
      ],
    },
    {
      service: 'omgevingsvergunning',
      answers: 14,
      satisfaction: [3, 4, 2, 4, 5, 3, 4],
      improvements: [
        'Samen naar het plan kijken op het scherm zou veel helpen.',
        'Goede uitleg, maar een kwartier is kort voor een verbouwing.',
      ],
    },
    {
      service: 'attest-gezinssamenstelling',
      answers: 12,
      satisfaction: [5, 5, 4, 5, 4],
      improvements: ['Op tien minuten geregeld.', 'Kan het attest niet gewoon online?'],
    },
  ],
  rozelaar: [
    {
      service: 'reispas-voorbereiden',
      answers: 18,
      satisfaction: [5, 4, 4, 5, 3, 4, 5, 2, 4],
      improvements: [
        'De foto werd aan het loket toch nog afgekeurd. Daar had ik graag iets over gehoord.',
        'Handig met kleine kinderen thuis.',
        'De medewerker nam rustig de tijd.',
      ],
    },
    {
      service: 'een-vraag',
      answers: 16,
      satisfaction: [4, 5, 4, 3, 5, 4, 4, 2],
      improvements: [
        'Ik wachtte zes minuten. Dat is minder dan aan het loket.',
        'Het beeld was wazig, het geluid was goed.',
      ],
    },
    {
      service: 'rijbewijs',
      answers: 14,
      satisfaction: [4, 3, 4, 5, 1, 4, 5],
      improvements: [
        'Ik moest uiteindelijk toch nog langskomen om het af te halen. Dat wist ik niet.',
        'Duidelijke uitleg over wat de dokter moet invullen.',
      ],
    },
    {
      service: 'sociaal-advies',
      answers: 12,
      satisfaction: [5, 5, 4, 4, 5, 3],
      improvements: [
        'Ik durfde thuis meer te zeggen dan in het gemeentehuis.',
        'Graag de volgende keer met dezelfde persoon.',
      ],
    },
  ],
};

import type { Person } from './persons.ts';

export const dialectNames = ['itsme', 'acm-idm', 'csam', 'digid-broker', 'generic'] as const;
export type DialectName = (typeof dialectNames)[number];

/** How one of the real providers speaks, as far as a relying party can tell. */
export type Dialect = {
  /** What it stands in for, as people call it. */
  readonly title: string;
  /** Scopes beside `openid`, with what each gives. Another one refuses the request. */
  readonly scopes: Readonly<Record<string, readonly string[]>>;
  /** Takes requests beforehand (RFC 9126). */
  readonly offersPushing: boolean;
  /** Signs and encrypts id_token and userinfo for the client's key. */
  readonly encrypts: boolean;
  /** For whom a client's assertion must be meant. */
  readonly assertionAudience: 'issuer' | 'tokenEndpoint';
  /** What it says of how well somebody proved who they are; undefined where it says nothing. */
  readonly acr: Readonly<Record<Person['strength'], string | undefined>>;
  readonly claimsOf: (person: Person) => Readonly<Record<string, unknown>>;
};

const numberAtItsme = 'http://itsme.services/v2/claim/BENationalNumber';

const plain = ({ givenName, familyName, birthDate }: Person) => ({
  given_name: givenName,
  family_name: familyName,
  birthdate: birthDate,
});

const itsme: Dialect = {
  title: 'itsme',
  scopes: {
    profile: ['given_name', 'family_name', 'birthdate'],
    eid: [numberAtItsme],
    'service:BALIE': [],
  },
  offersPushing: false,
  encrypts: true,
  assertionAudience: 'tokenEndpoint',
  acr: {
    strong: 'http://itsme.services/v2/claim/acr_advanced',
    middle: 'http://itsme.services/v2/claim/acr_basic',
    weak: undefined,
  },
  claimsOf: (person) => ({ ...plain(person), [numberAtItsme]: person.nationalRegisterNumber }),
};

const acmIdm: Dialect = {
  title: 'ACM/IDM',
  scopes: {
    profile: ['given_name', 'family_name'],
    rrn: ['rrn'],
    vo: ['vo_id', 'vo_doelgroepcode', 'vo_orgcode', 'vo_orgnaam'],
  },
  offersPushing: false,
  encrypts: false,
  assertionAudience: 'issuer',
  acr: {
    strong: 'urn:be:vlaanderen:authmech:eid',
    middle: 'urn:be:vlaanderen:authmech:csamsms',
    weak: 'urn:be:vlaanderen:authmech:practice-password',
  },
  claimsOf: (person) => ({
    ...plain(person),
    rrn: person.nationalRegisterNumber,
    vo_id: `vo-${person.subject}`,
    vo_doelgroepcode: person.company ? 'EA' : 'BUR',
    vo_orgcode: person.company?.number,
    vo_orgnaam: person.company?.name,
  }),
};

const csam: Dialect = {
  title: 'CSAM',
  scopes: { profile: ['givenName', 'surname'], egovnrn: ['egovNRN'] },
  offersPushing: false,
  encrypts: false,
  assertionAudience: 'issuer',
  acr: { strong: 'urn:practice:csam:high', middle: 'urn:practice:csam:substantial', weak: undefined },
  claimsOf: ({ givenName, familyName, nationalRegisterNumber }) => ({
    givenName,
    surname: familyName,
    egovNRN: nationalRegisterNumber,
  }),
};

const digidBroker: Dialect = {
  title: 'DigiD',
  scopes: { nin: ['nin', 'nin_issuing_country'], 'idp-id': ['idp_id'] },
  offersPushing: true,
  encrypts: false,
  assertionAudience: 'issuer',
  acr: { strong: 'loa:high', middle: 'loa:substantial', weak: 'loa:low' },
  claimsOf: ({ citizenServiceNumber, sector = 'S00000000' }) => ({
    nin: citizenServiceNumber,
    nin_issuing_country: 'NL',
    idp_id: `${sector}:${citizenServiceNumber}`,
  }),
};

const generic: Dialect = {
  title: 'OpenID Connect',
  scopes: {
    profile: ['given_name', 'family_name', 'birthdate'],
    number: ['national_number'],
    company: ['company_number', 'company_name', 'represented_name'],
  },
  offersPushing: true,
  encrypts: false,
  assertionAudience: 'issuer',
  acr: { strong: 'urn:practice:high', middle: 'urn:practice:substantial', weak: 'urn:practice:low' },
  claimsOf: (person) => ({
    ...plain(person),
    national_number: person.nationalRegisterNumber,
    company_number: person.company?.number,
    company_name: person.company?.name,
    represented_name: person.represents,
  }),
};

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  itsme,
  'acm-idm': acmIdm,
  csam,
  'digid-broker': digidBroker,
  generic,
};

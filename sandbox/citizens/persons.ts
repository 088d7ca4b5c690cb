/** Somebody to be, for practice. Their numbers pass every check and belong to nobody. */
export type Person = {
  readonly subject: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly nationalRegisterNumber: string;
  readonly citizenServiceNumber: string;
  /** How well they prove it: `weak` is less than any service that asks takes. */
  readonly strength: 'strong' | 'middle' | 'weak';
  /** What is special about them; nothing for most. */
  readonly kind: 'expected' | 'refuses' | 'weak' | 'middle' | 'stranger' | 'mandate' | 'represents';
  /** DigiD's sector of the number, where it is not the BSN's. */
  readonly sector?: string;
  readonly company?: { readonly number: string; readonly name: string };
  /** Another person for whom they may act. */
  readonly represents?: string;
};

export const persons: readonly Person[] = [
  {
    subject: 'sofie',
    givenName: 'Sofie',
    familyName: 'Van Daele',
    birthDate: '1987-04-12',
    nationalRegisterNumber: '87041299614',
    citizenServiceNumber: '999990007',
    strength: 'strong',
    kind: 'expected',
  },
  {
    subject: 'ahmed',
    givenName: 'Ahmed',
    familyName: 'El Idrissi',
    birthDate: '1979-11-03',
    nationalRegisterNumber: '79110399569',
    citizenServiceNumber: '999990019',
    strength: 'strong',
    kind: 'expected',
  },
  {
    subject: 'lieve',
    givenName: 'Lieve',
    familyName: 'Bogaert',
    birthDate: '1958-06-21',
    nationalRegisterNumber: '58062199820',
    citizenServiceNumber: '999990020',
    strength: 'strong',
    kind: 'expected',
  },
  {
    subject: 'marc',
    givenName: 'Marc',
    familyName: 'Vandenbroucke',
    birthDate: '1991-02-17',
    nationalRegisterNumber: '91021799730',
    citizenServiceNumber: '999990032',
    strength: 'strong',
    kind: 'stranger',
  },
  {
    subject: 'els',
    givenName: 'Els',
    familyName: 'Goossens',
    birthDate: '1968-09-30',
    nationalRegisterNumber: '68093099680',
    citizenServiceNumber: '999990044',
    strength: 'strong',
    kind: 'mandate',
    company: { number: '0999999922', name: 'Bakkerij Goossens bv' },
  },
  {
    subject: 'rosa',
    givenName: 'Rosa',
    familyName: 'Lambrecht',
    birthDate: '1964-08-27',
    nationalRegisterNumber: '64082799679',
    citizenServiceNumber: '999990093',
    strength: 'strong',
    kind: 'represents',
    represents: 'Gustaaf Lambrecht',
  },
  {
    subject: 'an',
    givenName: 'An',
    familyName: 'Wouters',
    birthDate: '1974-01-25',
    nationalRegisterNumber: '74012599411',
    citizenServiceNumber: '999990056',
    strength: 'middle',
    kind: 'middle',
    sector: 'S00000001',
  },
  {
    subject: 'tom',
    givenName: 'Tom',
    familyName: 'Hermans',
    birthDate: '2002-08-05',
    nationalRegisterNumber: '02080599549',
    citizenServiceNumber: '999990068',
    strength: 'weak',
    kind: 'weak',
  },
  {
    subject: 'nora',
    givenName: 'Nora',
    familyName: 'Claes',
    birthDate: '1983-03-09',
    nationalRegisterNumber: '83030999217',
    citizenServiceNumber: '999990081',
    strength: 'strong',
    kind: 'refuses',
  },
];

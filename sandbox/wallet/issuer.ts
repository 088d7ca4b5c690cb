import { StatusList } from '@sd-jwt/jwt-status-list';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { SignJWT } from 'jose';
import type { Person } from '../citizens/persons.ts';
import { certify, derOf, pemOf } from './certificates.ts';
import { hasher, saltGenerator, signerWith } from './signing.ts';

/** The type of a PID (PID rulebook), and how long one lives here. */
const pidType = 'urn:eudi:pid:1';
const pidDays = 14;
const seats = 64;

/** What one credential may have that another has not. */
export type Issuing = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly type?: string;
  readonly hasStatus?: boolean;
};

/** Issues personal identification data that is worth nothing outside this machine: under a root of its own, made now. */
export async function createIssuer(origin: string) {
  const root = await certify({ name: 'Practice PID Root', isAuthority: true });
  const above = await certify({ name: 'Practice PID CA', isAuthority: true, issuer: root });
  const signer = await certify({ name: 'Practice PID Issuer', issuer: above });
  const x5c = [signer, above].map((each) => derOf(each).toString('base64'));
  const status = new StatusList(new Array(seats).fill(0), 1);
  const statusUri = `${origin}/status`;
  let next = 0;
  const library = new SDJwtVcInstance({
    hasher,
    saltGenerator,
    signer: signerWith(signer.keys.privateKey),
    signAlg: 'ES256',
  });
  return {
    /** What whoever believes it puts into their settings. */
    anchor: pemOf(root),
    revoke: (index: number) => status.setStatus(index, 1),
    /** The list that tells what was revoked (Token Status List), signed. */
    statusList: () =>
      new SignJWT({ status_list: { bits: 1, lst: status.compressStatusList() }, ttl: 60 })
        .setProtectedHeader({ alg: 'ES256', typ: 'statuslist+jwt', x5c })
        .setSubject(statusUri)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(signer.keys.privateKey),
    /** @returns the credential with all of its disclosures, and its place in the status list */
    issue: async (person: Person, holder: object, issuing: Issuing = {}) => {
      const { type = pidType, hasStatus = true, claims = {} } = issuing;
      const index = next++ % seats;
      const now = Math.floor(Date.now() / 1000);
      const about = { ...claimsOf(person), ...claims };
      const payload = {
        iss: origin,
        vct: type,
        iat: now,
        exp: now + pidDays * 86_400,
        cnf: { jwk: holder },
        ...(hasStatus && { status: { status_list: { idx: index, uri: statusUri } } }),
        ...about,
      };
      const hidden = Object.keys(about).filter((name) => !['exp', 'nbf', 'status'].includes(name));
      const credential = await library.issue(payload as never, { _sd: hidden } as never, { header: { x5c } });
      return { credential, index };
    },
  };
}

export type Issuer = Awaited<ReturnType<typeof createIssuer>>;

/** As a Belgian issuer fills a PID in. */
function claimsOf({ givenName, familyName, birthDate, nationalRegisterNumber }: Person) {
  return {
    given_name: givenName,
    family_name: familyName,
    birthdate: birthDate,
    personal_administrative_number: nationalRegisterNumber,
    issuing_country: 'BE',
    issuing_authority: 'Practice',
    nationalities: ['BE'],
  };
}

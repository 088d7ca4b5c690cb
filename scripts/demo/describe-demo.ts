import type { Stack } from '../stack/stack.ts';

/** What .demo/demo.json tells scripts that drive the demo. */
export type Demo = {
  /** Origin of the first organisation. */
  baseUrl: string;
  organisations: {
    slug: string;
    name: string;
    addresses: { citizen: string; seat: string; insights: string };
    signOn: NamesPerRole;
  }[];
  databaseUrl: string;
  mailboxApi: string;
  smsApi: string;
  /** Names to choose on the sign-on page of the first organisation, per role. */
  signOn: NamesPerRole;
  /** Appointments that can be joined this minute. */
  links: { organisation: string; label: string; url: string }[];
  processIds: Record<string, number>;
};

type NamesPerRole = Record<string, string[]>;

export function describeDemo({ seed, origins, database, mailboxApi, smsApi, processIds }: Stack): Demo {
  const organisations = seed.organisations.map(({ slug, name }) => {
    const origin = origins[slug] as string;
    return {
      slug,
      name,
      addresses: { citizen: `${origin}/`, seat: `${origin}/seat`, insights: `${origin}/insights` },
      signOn: namesPerRole(seed.staff.filter(({ organisation }) => organisation === slug)),
    };
  });
  const [first] = seed.organisations;
  return {
    baseUrl: origins[first.slug] as string,
    organisations,
    databaseUrl: database.appUrl,
    mailboxApi,
    smsApi,
    signOn: organisations[0]?.signOn ?? {},
    links: seed.links.map(({ organisation, label, path }) => ({
      organisation,
      label,
      url: new URL(path, origins[organisation]).href,
    })),
    processIds: { demo: process.pid, ...processIds },
  };
}

function namesPerRole(staff: Stack['seed']['staff']): NamesPerRole {
  const names: NamesPerRole = {};
  for (const { name, roles } of staff) {
    for (const role of roles) {
      names[role] ??= [];
      names[role].push(name);
    }
  }
  return names;
}

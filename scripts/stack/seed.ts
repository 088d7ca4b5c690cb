import { z } from 'zod';
import { Sentence } from '../project.ts';
import type { ProductEnvironment } from './environment.ts';
import { runToEnd } from './run.ts';

const organisation = z.object({
  slug: z.string(),
  name: z.string(),
  host: z.string(),
  /** Domain of the address that its mail comes from. */
  mailDomain: z.string(),
});

const seedOutput = z.object({
  organisations: z.tuple([organisation], organisation),
  staff: z.array(
    z.object({
      subject: z.string(),
      name: z.string(),
      email: z.string(),
      language: z.string(),
      organisation: z.string(),
      roles: z.array(z.string()),
      teams: z.array(z.string()),
    }),
  ),
  links: z.array(z.object({ organisation: z.string(), path: z.string(), label: z.string() })),
});

/** What there is after seeding: municipalities, who can sign on, and links that can be joined this minute. */
export type SeedOutput = z.infer<typeof seedOutput>;

/** Runs prisma/seed.ts, which may be repeated: it adds what is missing, and links for now. */
export async function runSeed(environment: ProductEnvironment): Promise<SeedOutput> {
  const printed = await runToEnd(process.execPath, ['prisma/seed.ts'], { env: environment });
  const lastLine = printed.trimEnd().split('\n').at(-1) ?? '';
  try {
    return seedOutput.parse(JSON.parse(lastLine));
  } catch (error) {
    throw new Sentence(`prisma/seed.ts did not end with its line of JSON (${String(error)}):\n${printed}`);
  }
}

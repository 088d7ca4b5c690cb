/** A small tree, by path and content, in which every rule of .dependency-cruiser.mjs is broken once. */
export const plantedFiles: Record<string, string> = {
  'package.json': JSON.stringify({ type: 'module', imports: { '#*.ts': './src/*.ts' } }),
  'src/adapters/mail.ts': `import '#features/booking/book.ts';`, // ground-knows-no-feature
  'src/app/page.ts': `import { mail } from '#adapters/mail.ts'; mail();`, // wiring-chooses-adapters
  'src/db/generated/client.ts': 'export type Client = object;',
  'src/features/booking/book.ts': `import type { Wait } from '#features/waiting-room/wait.ts'; export type Book = Wait;`, // features-apart
  'src/features/booking/circle-one.ts': `import './circle-two.ts';`, // no-circles
  'src/features/booking/circle-two.ts': `import './circle-one.ts';`,
  'src/features/booking/find.ts': `import type { Client } from '#db/generated/client.ts'; export type Find = Client;`, // prisma-in-data-files
  'src/features/booking/send.ts': `import nodemailer from 'nodemailer'; nodemailer.createTransport();`, // vendors-in-adapters
  'src/features/booking/show.ts': `import { Room } from 'livekit-client'; new Room();`, // video-library-in-the-call
  'src/features/booking/try.ts': `import '../../../sandbox/peer.ts';`, // product-without-its-surroundings
  'src/features/booking/wire.ts': `import { clock } from '../../wiring.ts'; clock();`, // inner-knows-no-outer
  'src/features/waiting-room/lost.ts': `import '#journey/nowhere.ts';`, // everything-resolves
  'src/features/waiting-room/wait.ts': 'export type Wait = object;',
  'src/journey/states.ts': `import { hostname } from 'node:os'; hostname();`, // journey-stands-alone
  'src/panels/identity/panel.ts': `import '#panels/payment/panel.ts';`, // panels-apart
  'src/panels/payment/panel.ts': 'export {};',
  'src/ports/mailer.ts': `import { find } from '#features/booking/find.ts'; find();`, // ports-know-the-journey-only
  'src/wiring.ts': 'export const clock = () => 0;',
  'sandbox/peer.ts': `import '../src/journey/states.ts';`, // sandbox-without-the-product
};

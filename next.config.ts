import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./src/app/i18n-request.ts');

const nextConfig: NextConfig = {
  // Builds of the same sources are shared; a running product keeps its own.
  distDir: process.env.BALIE_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Patterns of words are read once, on the server: see src/shared/i18n/load-messages.ts.
  compiler: { define: { 'process.env.BALIE_COMPILED_WORDS': '1' } },
  turbopack: {
    resolveAlias: {
      'use-intl/format-message': './node_modules/use-intl/dist/esm/production/format-message/format-only.js',
    },
  },
  // These reach for files beside themselves, so they are loaded as they are.
  serverExternalPackages: [
    'pino',
    'pg',
    'pg-boss',
    '@prisma/client',
    '@prisma/adapter-pg',
    'sharp',
    'nodemailer',
    'pdfkit',
    'twilio',
  ],
  // Types are checked by `npm run check`, once for everything.
  // Next rewrites the file it is given, unless that one extends another.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  allowedDevOrigins: ['*.localhost'],
  // While developing, Next writes down every request; the address of a link is a secret.
  logging: { incomingRequests: { ignore: [/^\/(l|join|prove|wallet|api\/identity)\//] } },
};

export default withNextIntl(nextConfig);

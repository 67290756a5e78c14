/** One glyph: its outline as the `glyf` table has it, and its advance and left side bearing. */
export type Glyph = { outline: Buffer; advance: number; bearing: number }

/** A TrueType font taken apart far enough to add glyphs and to read widths. */
export type TrueType = {
  tables: Map<string, Buffer>
  glyphs: Glyph[]
  glyphByCode: Map<number, number>
}

export function readTrueType(font: Buffer): TrueType {
  const tables = new Map<string, Buffer>()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i
    const start = font.readUInt32BE(entry + 8)
    const name = font.toString('latin1', entry, entry + 4)
    tables.set(name, font.subarray(start, start + font.readUInt32BE(entry + 12)))
  }
  return { tables, glyphs: readGlyphs(tables), glyphByCode: readCmap(tableOf(tables, 'cmap')) }
}

export function tableOf(tables: ReadonlyMap<string, Buffer>, name: string): Buffer {
  const table = tables.get(name)
  if (table === undefined) throw new Error(`The font has no table ${name}.`)
  return table
}

function readGlyphs(tables: ReadonlyMap<string, Buffer>): Glyph[] {
  const [glyf, loca, hmtx] = [
    tableOf(tables, 'glyf'),
    tableOf(tables, 'loca'),
    tableOf(tables, 'hmtx'),
  ]
  const isLong = tableOf(tables, 'head').readInt16BE(50) === 1
  const metrics = tableOf(tables, 'hhea').readUInt16BE(34)
  const offset = (i: number) => (isLong ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i))
  return Array.from({ length: tableOf(tables, 'maxp').readUInt16BE(4) }, (_, i) => ({
    outline: glyf.subarray(offset(i), offset(i + 1)),
    // Glyphs after the last metric share its advance.
    advance: hmtx.readUInt16BE(4 * Math.min(i, metrics - 1)),
    bearing: hmtx.readInt16BE(i < metrics ? 4 * i + 2 : 4 * metrics + 2 * (i - metrics)),
  }))
}

/** Reads the character map of format 4, which every font for the first plane has. */
function readCmap(cmap: Buffer): Map<number, number> {
  const map = new Map<number, number>()
  const start = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) =>
    cmap.readUInt32BE(4 + 8 * i + 4),
  ).find((offset) => cmap.readUInt16BE(offset) === 4)
  if (start === undefined) throw new Error('The font has no character map of format 4.')
  const count = cmap.readUInt16BE(start + 6)
  for (let at = start + 14; at < start + 14 + count; at += 2) {
    const [last, first] = [cmap.readUInt16BE(at), cmap.readUInt16BE(at + count + 2)]
    const delta = cmap.readInt16BE(at + 2 * count + 2)
    const rangeAt = at + 3 * count + 2
    const range = cmap.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = range === 0 ? code : cmap.readUInt16BE(rangeAt + range + 2 * (code - first))
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) map.set(code, glyph)
    }
  }
  return map
}

/** The tables that a PDF needs of a font; kerning and substitutions are for text engines. */
const kept = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post']

export function writeTrueType({ tables, glyphs, glyphByCode }: TrueType): Buffer {
  const parts = new Map<string, Buffer>(
    kept.map((name) => [name, Buffer.from(tableOf(tables, name))]),
  )
  const outlines = glyphs.map(({ outline }) => padded(outline))
  const loca = Buffer.alloc(4 * (glyphs.length + 1))
  let end = 0
  outlines.forEach((outline, i) => loca.writeUInt32BE((end += outline.length), 4 * (i + 1)))
  const hmtx = Buffer.alloc(4 * glyphs.length)
  glyphs.forEach(({ advance, bearing }, i) => {
    hmtx.writeUInt16BE(advance, 4 * i)
    hmtx.writeInt16BE(bearing, 4 * i + 2)
  })
  const post = Buffer.from(tableOf(parts, 'post').subarray(0, 32))
  // Format 3: no glyph names.
  post.writeUInt32BE(0x30000, 0)
  tableOf(parts, 'head').writeInt16BE(1, 50)
  tableOf(parts, 'hhea').writeUInt16BE(glyphs.length, 34)
  tableOf(parts, 'maxp').writeUInt16BE(glyphs.length, 4)
  parts.set('glyf', Buffer.concat(outlines)).set('loca', loca).set('hmtx', hmtx)
  parts.set('post', post).set('cmap', cmapOf(glyphByCode))
  return assembled(parts)
}

/** A character map of format 4 with one segment per character: simple, and small enough. */
function cmapOf(glyphByCode: ReadonlyMap<number, number>): Buffer {
  const pairs = [...glyphByCode].toSorted(([a], [b]) => a - b)
  const segments = [...pairs.map(([code, glyph]) => [code, (glyph - code) & 0xffff]), [0xffff, 1]]
  const count = segments.length
  const power = 2 ** Math.floor(Math.log2(count))
  const codes = segments.map(([code]) => code ?? 0)
  const header = [4, 16 + 8 * count, 0, 2 * count, 2 * power, Math.log2(power), 2 * (count - power)]
  const deltas = segments.map(([, delta]) => delta ?? 0)
  return Buffer.concat([
    words([0, 1, 3, 1, 0, 12]),
    words([...header, ...codes, 0, ...codes, ...deltas, ...codes.map(() => 0)]),
  ])
}

function words(values: readonly number[]): Buffer {
  return Buffer.from(values.flatMap((value) => [value >> 8, value & 255]))
}

function assembled(parts: ReadonlyMap<string, Buffer>): Buffer {
  const power = 2 ** Math.floor(Math.log2(parts.size))
  const directory = Buffer.alloc(12 + 16 * parts.size)
  directory.writeUInt32BE(0x10000, 0)
  directory.writeUInt16BE(parts.size, 4)
  directory.writeUInt16BE(16 * power, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE(16 * (parts.size - power), 10)
  let start = directory.length
  const bodies = [...parts].map(([name, body], i) => {
    const entry = 12 + 16 * i
    directory.write(name, entry, 'latin1')
    directory.writeUInt32BE(checksum(body), entry + 4)
    directory.writeUInt32BE(start, entry + 8)
    directory.writeUInt32BE(body.length, entry + 12)
    const filled = padded(body)
    start += filled.length
    return filled
  })
  return Buffer.concat([directory, ...bodies])
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}

function checksum(bytes: Buffer): number {
  const filled = padded(bytes)
  let sum = 0
  for (let at = 0; at < filled.length; at += 4) sum = (sum + filled.readUInt32BE(at)) >>> 0
  return sum
}

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import * as z from 'zod/mini'

/** The files of a built client, in the order in which their bytes follow. */
const Contents = z.array(z.object({ path: z.string(), bytes: z.int() }))

/** Packs a built client into one file: the length of a list as four bytes, the list as JSON, then the files. */
export async function packClient(folder: string, file: string): Promise<{ bytes: number }> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found
    .filter((one) => one.isFile() && !one.name.endsWith('.map'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
  const files = await Promise.all(paths.map((path) => readFile(path)))
  const contents = paths.map((path, at) => ({
    path: relative(folder, path),
    bytes: files[at]?.length ?? 0,
  }))
  const list = Buffer.from(JSON.stringify(contents))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(list.length)
  const packed = brotliCompressSync(Buffer.concat([length, list, ...files]), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    },
  })
  await writeFile(file, packed)
  return { bytes: packed.length }
}

/** Lays a packed client out in a folder, as it was built. */
export async function unpackClient(file: string, folder: string): Promise<void> {
  const bytes = brotliDecompressSync(await readFile(file))
  const start = 4 + bytes.readUInt32BE()
  let at = start
  for (const { path, bytes: length } of Contents.parse(
    JSON.parse(bytes.subarray(4, start).toString('utf8')),
  )) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytes.subarray(at, at + length))
    at += length
  }
}

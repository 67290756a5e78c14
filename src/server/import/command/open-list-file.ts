import { readFile, stat } from 'node:fs/promises'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { hasErrorCode } from '../../base/error-code.ts'
import { maxBytes } from '../read-list.ts'

/** The bytes of the file that the import command was given, or why there are none. */
export async function openListFile(file: string): Promise<Result<Uint8Array, ImportRefusal>> {
  try {
    const { size } = await stat(file)
    // Asked before it is read: a wrong file may be larger than memory.
    if (size > maxBytes) {
      return refused({ kind: 'fileTooLarge', maxMegabytes: maxBytes / 1024 / 1024 })
    }
    return accepted(await readFile(file))
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return refused({ kind: 'fileMissing' })
    if (hasErrorCode(error, 'EISDIR')) return refused({ kind: 'notAFile' })
    if (hasErrorCode(error, 'EACCES', 'EPERM')) return refused({ kind: 'fileUnreadable' })
    throw error
  }
}

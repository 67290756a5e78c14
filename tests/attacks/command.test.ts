import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { attacks } from './attacks.ts'

const command = join(import.meta.dirname, 'command.ts')

function attack(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...args], (_, said) => {
      resolve({ code: child.exitCode ?? -1, said })
    })
  })
}

test('an unknown name is answered with the list, and exits with 2', async () => {
  const { code, said } = await attack('no-such-attack')

  expect(code).toBe(2)
  for (const { name, about } of attacks) expect(said).toContain(`${name}: ${about}`)
})

test('one attack is told as JSON, and exits with 0 because it was refused', async () => {
  const { code, said } = await attack('replayed-enrolment', '--json')

  const told = z.array(z.object({ name: z.string(), refused: z.boolean(), note: z.string() }))
  expect(told.parse(JSON.parse(said))).toEqual([
    {
      name: 'replayed-enrolment',
      refused: true,
      note: 'The server answered 403 to a used nonce.',
    },
  ])
  expect(code).toBe(0)
})

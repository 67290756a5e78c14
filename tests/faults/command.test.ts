import { expect, test, vi } from 'vitest'
import { runCommand } from './command.ts'
import { faults } from './faults.ts'

test('every fault has a name of its own', () => {
  const names = faults.map(({ name }) => name)

  expect(new Set(names).size).toBe(names.length)
})

test('an unknown name is answered with the list, and makes no fault', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)

  const code = await runCommand(['no-such-fault'])

  const said = written.mock.calls.join('')
  written.mockRestore()
  expect(code).toBe(2)
  for (const { name, about } of faults) expect(said).toContain(`${name}: ${about}`)
})

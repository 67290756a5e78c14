import { expect, test } from 'vitest'
import { exitCode } from '../../scripts/run.ts'

test('a tool’s lines of both kinds are handed over whole, and its code is answered', async () => {
  const lines: string[] = []
  const script = "console.log('one\\ntwo'); console.error('three'); process.exitCode = 3"

  const code = await exitCode('node', ['-e', script], { print: (line) => lines.push(line) })

  expect(code).toBe(3)
  expect(lines.toSorted()).toEqual(['one', 'three', 'two'])
})

test('a tool that a signal ended has failed', async () => {
  const code = await exitCode('node', ['-e', "process.kill(process.pid, 'SIGKILL')"])

  expect(code).toBe(1)
})

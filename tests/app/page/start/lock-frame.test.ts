import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { shell } from '#text/nb/screens/shell.ts'
import { unlock } from '#text/nb/screens/unlock.ts'

test('the frame that is painted before the app says what the lock screen says', async () => {
  const page = await readFile('index.html', 'utf8')
  const frame = page.slice(page.indexOf('<section id="lock-frame"'), page.indexOf('</section>'))

  expect(frame).toContain(`<p class="code-entry__question">${unlock.writeCode}</p>`)
  expect(frame).toContain(`aria-label="${unlock.title}"`)
  expect(frame).toContain(`aria-label="${unlock.keypad}"`)
  expect(frame).toContain(`>${unlock.remove}</button>`)
  expect(frame).toContain(`>${shell.appName}</h1>`)
})

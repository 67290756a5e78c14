import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumArguments, findChromium } from './chromium.ts'

const folder = join(import.meta.dirname, '../public/icons')

/** Launchers cut their shape out of the maskable icon, and iOS out of its own icon, so both fill the square. */
const icons = [
  { file: 'beredt-180.png', size: 180, isFullSquare: true, scale: 0.86 },
  { file: 'beredt-192.png', size: 192, isFullSquare: false, scale: 1 },
  { file: 'beredt-512.png', size: 512, isFullSquare: false, scale: 1 },
  { file: 'beredt-maskable-512.png', size: 512, isFullSquare: true, scale: 0.78 },
]

/** Draws the committed PNG icons from beredt.svg. */
async function buildIcons(): Promise<void> {
  const svg = await readFile(join(folder, 'beredt.svg'), 'utf8')
  const executablePath = findChromium()
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath === null ? {} : { executablePath }),
  })
  const page = await browser.newPage()
  for (const { file, size, isFullSquare, scale } of icons) {
    const ground = isFullSquare ? '#0e5563' : 'transparent'
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>*{margin:0}body{background:${ground};display:grid;place-items:center;height:100vh}` +
        `svg{width:${scale * 100}vw;display:block}</style>${svg}`,
    )
    await writeFile(join(folder, file), await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
}

if (import.meta.main) await buildIcons()

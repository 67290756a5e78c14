import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { decodeQR } from 'qr/decode.js'
import { QrCode } from '#app/page/ui/QrCode.tsx'

const link =
  'https://beredt.demo.kommune.no/klargjor#rot=SBNJTRN-FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I'

test('a camera reads the link from the drawn code', async () => {
  const screen = await render(<QrCode text={link} label="QR" />)
  const svg = screen.getByRole('img', { name: 'QR' }).element()
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const size = 400
  const image = new Image(size, size)
  image.src = `data:image/svg+xml,${encodeURIComponent(svg.outerHTML)}`
  await image.decode()
  const canvas = new OffscreenCanvas(size, size)
  const context = canvas.getContext('2d')
  context?.drawImage(image, 0, 0, size, size)
  const data = context?.getImageData(0, 0, size, size).data ?? new Uint8ClampedArray()

  expect(decodeQR({ width: size, height: size, data })).toBe(link)
})

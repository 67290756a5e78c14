import type { Glyph } from './true-type.ts'

type Point = readonly [x: number, y: number]
type Contour = readonly Point[]
type Symbol = { character: string; advance: number; contours: readonly Contour[] }

/** Signs that the cards and forms use and Noto Sans lacks, drawn for a stroke of `stroke` units. */
export function symbols(stroke: number): Symbol[] {
  const arm = Math.round(stroke * 1.15)
  const greater: Contour[] = [
    [
      [50, 630],
      [522, 432],
      [522, 374],
      [50, 176],
      [50, 176 + arm],
      [522 - arm, 403],
      [50, 630 - arm],
    ],
    box(50, 30, 522, 30 + stroke),
  ]
  const half = stroke / 2
  return [
    { character: '≥', advance: 572, contours: greater },
    { character: '≤', advance: 572, contours: greater.map((contour) => mirrored(contour, 572)) },
    {
      character: '→',
      advance: 780,
      contours: [
        [
          [60, 357 + half],
          [500, 357 + half],
          [500, 357 + 2.2 * stroke],
          [720, 357],
          [500, 357 - 2.2 * stroke],
          [500, 357 - half],
          [60, 357 - half],
        ],
      ],
    },
    {
      character: '☐',
      advance: 860,
      contours: [box(90, -20, 770, 660), box(140, 30, 720, 610).toReversed()],
    },
    {
      character: '✓',
      advance: 760,
      contours: [
        [
          [70, 330],
          [70 + stroke, 330 + stroke],
          [270, 120 + 2 * stroke],
          [620, 690],
          [620 + stroke, 690 - stroke],
          [270, 60],
        ],
      ],
    },
  ]
}

/** Clockwise, which in TrueType is filled; the other way round is a hole. */
function box(left: number, bottom: number, right: number, top: number): Contour {
  return [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ]
}

function mirrored(contour: Contour, advance: number): Contour {
  return contour.map(([x, y]): Point => [advance - x, y]).toReversed()
}

/** A glyph of straight lines as the `glyf` table has it. */
export function glyphOf({ advance, contours }: Symbol): Glyph {
  const points = contours.flat().map(([x, y]): Point => [Math.round(x), Math.round(y)])
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const words: number[] = [
    contours.length,
    Math.min(...xs),
    Math.min(...ys),
    Math.max(...xs),
    Math.max(...ys),
  ]
  let last = -1
  for (const contour of contours) words.push((last += contour.length))
  // No instructions.
  words.push(0)
  const onCurve = points.map(() => 1)
  const outline = Buffer.concat([
    signedWords(words),
    Buffer.from(onCurve),
    signedWords(steps(xs)),
    signedWords(steps(ys)),
  ])
  return { outline, advance, bearing: Math.min(...xs) }
}

function steps(values: readonly number[]): number[] {
  return values.map((value, i) => value - (values[i - 1] ?? 0))
}

function signedWords(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length)
  values.forEach((value, i) => bytes.writeInt16BE(value, 2 * i))
  return bytes
}

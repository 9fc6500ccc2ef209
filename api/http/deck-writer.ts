import { parentPort, workerData } from 'node:worker_threads'
import PptxGen from 'pptxgenjs'
import type { Box, Deck, Item } from '../exchange/deck/slide.ts'

// The default is the class at run time, but not in its types.
type Pptx = import('pptxgenjs').default
const Presentation = PptxGen as unknown as new () => Pptx
type Drawn = ReturnType<Pptx['addSlide']>

const ink = '212B32'
const blue = '005EB8'

async function written({ title, footer, slides }: Deck): Promise<Uint8Array> {
  const deck = new Presentation()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = plain(title)
  deck.theme = { headFontFace: 'Arial', bodyFontFace: 'Arial' }
  deck.defineSlideMaster({
    title: 'PAGE',
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: 13.33, h: 0.12, fill: { color: blue } } },
      {
        text: {
          text: plain(footer),
          options: { x: 0.6, y: 6.9, w: 11.4, h: 0.4, fontSize: 10, color: '4C6272', fontFace: 'Arial', margin: 0 },
        },
      },
    ],
    slideNumber: { x: 12.3, y: 6.9, w: 0.6, h: 0.4, fontSize: 11, color: ink, fontFace: 'Arial' },
  })
  for (const { title: heading, items } of slides) {
    const slide = deck.addSlide({ masterName: 'PAGE' })
    if (heading)
      slide.addText(plain(heading), {
        x: 0.6,
        y: 0.3,
        w: 12.13,
        h: 0.95,
        fontSize: heading.length > 60 ? 22 : 26,
        bold: true,
        color: blue,
        fontFace: 'Arial',
        margin: 0,
        valign: 'middle',
      })
    for (const item of items) draw(slide, item)
  }
  return (await deck.write({ outputType: 'STREAM', compression: true })) as Uint8Array
}

function draw(slide: Drawn, item: Item): void {
  if (item.kind === 'line') {
    drawLine(slide, item)
    return
  }
  const { box } = item
  const common = { ...inches(box), fontFace: 'Arial', color: ink, margin: 0 }
  if (item.kind === 'text')
    slide.addText(plain(item.text), {
      ...common,
      fontSize: item.size,
      bold: item.bold ?? false,
      color: item.colour ?? ink,
      align: item.align ?? 'left',
      valign: 'top',
      ...(item.fill && { fill: { color: item.fill } }),
    })
  else if (item.kind === 'list')
    slide.addText(
      item.lines.map((text) => ({ text: plain(text), options: { bullet: true, breakLine: true, paraSpaceAfter: 8 } })),
      { ...common, fontSize: item.size, valign: 'top' },
    )
  else if (item.kind === 'circle')
    slide.addText(plain(item.text ?? ''), {
      ...common,
      wrap: false,
      shape: 'ellipse' as Parameters<Drawn['addShape']>[0],
      line: { color: item.line, width: 1 },
      ...(item.fill && { fill: { color: item.fill } }),
      fontSize: item.size ?? 9,
      color: item.colour ?? ink,
      align: 'center',
      valign: 'middle',
    })
  else if (item.kind === 'table') drawTable(slide, item)
  else drawBars(slide, item)
}

function drawLine(slide: Drawn, { from, to, colour }: Extract<Item, { kind: 'line' }>): void {
  slide.addShape('line' as Parameters<Drawn['addShape']>[0], {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    w: Math.abs(to.x - from.x),
    h: Math.abs(to.y - from.y),
    flipV: (to.x - from.x) * (to.y - from.y) < 0,
    line: { color: colour, width: 0.75 },
  })
}

function drawTable(slide: Drawn, { box, head, rows, widths, size }: Extract<Item, { kind: 'table' }>): void {
  const border = { type: 'solid' as const, pt: 0.5, color: 'AEB7BD' }
  const headCells = head.map((text) => ({ text: plain(text), options: { bold: true, fill: { color: 'E8EDEE' } } }))
  slide.addTable([headCells, ...rows.map((row) => row.map((text) => ({ text: plain(text) })))], {
    x: box.x,
    y: box.y,
    w: box.w,
    colW: [...widths],
    fontSize: size,
    fontFace: 'Arial',
    color: ink,
    border,
    margin: [0.04, 0.1, 0.04, 0.1],
    valign: 'top',
  })
}

function drawBars(slide: Drawn, { box, name, labels, values, most }: Extract<Item, { kind: 'bars' }>): void {
  slide.addChart(
    'bar' as Parameters<Drawn['addChart']>[0],
    [{ name: plain(name), labels: labels.map(plain).toReversed(), values: values.toReversed() }],
    {
      ...inches(box),
      barDir: 'bar',
      chartColors: [blue],
      catAxisLabelFontSize: 12,
      catAxisLabelFontFace: 'Arial',
      valAxisHidden: true,
      valAxisMinVal: 0,
      valAxisMaxVal: most,
      valGridLine: { style: 'none' },
      showValue: true,
      dataLabelFontSize: 12,
      dataLabelFormatCode: '0',
      showLegend: false,
      altText: labels.map((label, i) => `${label}: ${values[i]}`).join('; '),
    },
  )
}

const inches = ({ x, y, w, h }: Box) => ({ x, y, w, h })

/** Without characters that the format cannot hold. */
const plain = (text: string) => text.replace(/[^\P{Cc}\n]|\p{Cs}|[\ufffe\uffff]/gu, ' ')

parentPort!.postMessage(await written(workerData))

// A chart as a file: SVG that needs nothing of the page, PNG made from it, CSV; each with title, unit and source line.
import { lines } from '../../report/markup.ts'

export interface Plate {
  readonly title: string
  readonly unit: string
  readonly source: string
}

/** Style that a chart gets from the page and would lose outside it. */
const KEPT = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity',
  'font-size', 'font-weight', 'font-style', 'text-anchor', 'paint-order', 'visibility', 'transform',
] // biome-ignore format: names of properties
/** Heights of a line of the title, the unit and the source, and the width of a letter over the size of its type. */
const LEADING = { title: 20, unit: 16, source: 14 } as const
const LETTER = 0.56

/** The drawing as it is seen now, alone: styles written out, the other language left out, title and source around it. */
export function svgText(svg: SVGSVGElement, plate: Plate): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  writeStyles(svg, copy)
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number)
  const ground = getComputedStyle(document.body)
  const rows = (text: string, size: number): string[] =>
    text === '' ? [] : lines(text, Math.floor((width - 16) / (size * LETTER)), 6)
  const [titles, units, sources] = [rows(plate.title, 15), rows(plate.unit, 12), rows(plate.source, 10)]
  const head = 8 + titles.length * LEADING.title + units.length * LEADING.unit
  const whole = head + height + 12 + sources.length * LEADING.source
  const outer = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  outer.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  outer.setAttribute('viewBox', `0 0 ${width} ${whole}`)
  outer.setAttribute('width', String(width))
  outer.setAttribute('height', String(whole))
  outer.setAttribute('font-family', 'system-ui, sans-serif')
  outer.append(rect(width, whole, ground.backgroundColor))
  outer.append(...titles.map((text, k) => line(text, 8, 20 + k * LEADING.title, 15, ground.color, 650)))
  const under = 4 + titles.length * LEADING.title
  outer.append(...units.map((text, k) => line(text, 8, under + (k + 1) * LEADING.unit - 2, 12, ground.color)))
  copy.setAttribute('x', '0')
  copy.setAttribute('y', String(head))
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  outer.append(copy)
  outer.append(...sources.map((text, k) => line(text, 8, head + height + 18 + k * LEADING.source, 10, ground.color)))
  return new XMLSerializer().serializeToString(outer)
}

function writeStyles(from: Element, to: Element): void {
  const hidden: Element[] = []
  const visit = (own: Element, other: Element): void => {
    const style = getComputedStyle(own)
    if (style.display === 'none') {
      hidden.push(other)
      return
    }
    const text = KEPT.map((name) => [name, style.getPropertyValue(name)] as const)
      .filter(([, value]) => value !== '' && value !== 'none' && value !== 'normal')
      .map(([name, value]) => `${name}:${value}`)
    const fill = style.fill === 'none' ? ['fill:none'] : []
    other.setAttribute('style', [...text, ...fill].join(';'))
    other.removeAttribute('class')
    Array.from(own.children).forEach((child, k) => {
      const twin = other.children[k]
      if (twin) visit(child, twin)
    })
  }
  visit(from, to)
  for (const element of hidden) element.remove()
}

function rect(width: number, height: number, fill: string): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  element.setAttribute('width', String(width))
  element.setAttribute('height', String(height))
  element.setAttribute('fill', fill)
  return element
}

function line(text: string, x: number, y: number, size: number, fill: string, weight = 400): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'text')
  element.setAttribute('x', String(x))
  element.setAttribute('y', String(y))
  element.setAttribute('font-size', String(size))
  element.setAttribute('font-weight', String(weight))
  element.setAttribute('fill', fill)
  element.textContent = text
  return element
}

/** The SVG text drawn at twice its size. Throws where the browser cannot. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no image'))), 'image/png')
  })
}

/** Hands the reader a file; nothing leaves the browser. */
export function handOver(name: string, content: Blob | string, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** A name for a file: letters without accents, strokes for everything else. */
export const fileName = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\w]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 60)

// One small map, its legend, and the map that says where we are.
import type { Geography, Words } from '../input.ts'
import { escaped, html, px } from '../markup.ts'
import { say } from '../words.ts'
import type { Plate, SmallMap } from './atlas.ts'
import { LEVELS, SIDES } from './classes.ts'
import type { Sheet } from './sheet.ts'

/** CSS class of a letter of `SmallMap.classes`. */
export function classOf(code: string): string {
  if (code === 'x') return 'none'
  if (code >= '0' && code <= '9') return `q${code}`
  return code === code.toLowerCase() ? `d${code}` : `d${code.toLowerCase()} faint`
}

export function panel(
  sheet: Sheet,
  geography: Geography,
  map: SmallMap,
  caption: Words,
  slot: string,
  labelId: string,
): string {
  const cells = geography.cells
    .map(({ ubigeo }, k) => `<use href="#c${ubigeo}" class="${classOf(map.classes[k] ?? 'x')}"/>`)
    .join('')
  const key = map.difference ? ` data-p="${escaped(map.scenario)}"` : ''
  return `<figure class="map ${map.difference ? slot : ''}"${key} data-map="${escaped(map.scenario)} ${map.year}"><figcaption id="${labelId}">${html(caption)}</figcaption><svg viewBox="0 0 ${sheet.width} ${sheet.height}" role="img" aria-labelledby="${labelId}"><g class="cells">${cells}</g><use href="#unverified" class="unverified"/><g clip-path="url(#sheet)"><use href="#roads" class="roads"/><use href="#rivers" class="rivers"/></g></svg></figure>`
}

/** Swatches with the lower edge of each class; differences show both sides of zero. */
export function legend(plate: Plate, difference: boolean): string {
  const swatch = (name: string, words: Words): string => `<li><i class="${name}"></i>${html(words)}</li>`
  const items = difference
    ? plate.differences.map((words, k) => swatch(`d${'abcdefg'[k] ?? 'd'}`, words))
    : plate.levels.map((words, k) => swatch(`q${k}`, words))
  const count = difference ? 2 * SIDES + 1 : LEVELS
  return `<ul class="legend" style="--n:${count}" data-legend="${difference ? 'd' : 'q'}">${items.join('')}</ul>`
}

/** Where we are: outline of the districts, rivers with names, towns. */
export function locator(sheet: Sheet, geography: Geography): string {
  const cells = geography.cells.map(({ ubigeo }) => `<use href="#c${ubigeo}"/>`).join('')
  const towns = geography.towns.map(({ name, at }) => {
    const [x, y] = sheet.at(at)
    const left = x > sheet.width * 0.6
    return `<g><circle cx="${px(x)}" cy="${px(y)}" r="1.8"/><text x="${px(x + (left ? -5 : 5))}" y="${px(y)}" dy=".33em"${left ? ' text-anchor="end"' : ''}>${escaped(name)}</text></g>`
  })
  const names = geography.rivers.map(({ name, points }) => {
    const inside = points
      .map(sheet.at)
      .filter(([x, y]) => x > 20 && x < sheet.width - 56 && y > 12 && y < sheet.height - 12)
    const middle = farthest(
      inside,
      geography.towns.map((town) => sheet.at(town.at)),
    )
    return middle ? `<text class="water" x="${px(middle[0] + 6)}" y="${px(middle[1])}">${escaped(name)}</text>` : ''
  })
  return `<figure class="locator"><svg viewBox="0 0 ${sheet.width} ${sheet.height}" role="img" aria-labelledby="where"><g class="ground">${cells}</g><use href="#unverified" class="unverified"/><g clip-path="url(#sheet)"><use href="#roads" class="roads"/><use href="#rivers" class="rivers"/>${names.join('')}</g><g class="towns">${towns.join('')}</g></svg><figcaption id="where">${html(say('map_scheme'))} · <i class="hatch"></i> ${html(say('map_unverified'))}</figcaption></figure>`
}

/** The bend that is farthest from every town, so that the river's name stands free. */
function farthest(bends: readonly (readonly [number, number])[], towns: readonly (readonly [number, number])[]) {
  const room = ([x, y]: readonly [number, number]): number =>
    Math.min(Infinity, ...towns.map(([a, b]) => Math.abs(x - a) / 4 + Math.abs(y - b)))
  return [...bends].sort((a, b) => room(b) - room(a))[0]
}

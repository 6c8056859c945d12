import type { DataPackage } from '../evidence/package.ts'
import { cocaClaim, cocaOf } from './coca.ts'
import { FALLOW, landOf, treesOf, treeTotal } from './crops.ts'
import { type District, START_YEAR, type Valley } from './district.ts'
import { peopleOf } from './people.ts'
import { travelTo } from './roads.ts'
import { sitesOf, tableOf } from './sites.ts'
import { farmsBySize, sizeSharesOf } from './sizes.ts'
import { indigenousOf, riverAccessOf, ruggedOf, suitabilityOf } from './terrain.ts'

export { type District, type Scope, type Site, scopes, scopeWeights, type Valley } from './district.ts'
export { travelHours } from './roads.ts'

/**
 * The valley in January 2000 from the data package. Deterministic; takes a few milliseconds. Throws InputError when a table is
 * missing; the package is expected to have passed its check.
 */
export function valleyOf(pack: DataPackage): Valley {
  const sites = sitesOf(pack)
  const people = peopleOf(pack, sites)
  const farms = people.map((one) => one.farms)
  const land = landOf(pack, sites, farms)
  const coca = cocaOf(pack, sites, farms)
  const trees = treesOf(
    pack,
    sites,
    land.map((one) => one.farmlandHa),
    coca,
  )
  const sizeShares = sizeSharesOf(pack)
  const bySize = farmsBySize(
    sites,
    farms,
    land.map((one, i) => one.farmlandHa / Math.max(1, farms[i] as number)),
    sizeShares,
  )
  const suitable = suitabilityOf(pack, sites)
  const indigenous = indigenousOf(pack, sites)
  const rugged = ruggedOf(sites)
  const river = riverAccessOf(pack, sites)
  const travel = travelTo(pack, sites, START_YEAR)
  const districts = sites.map((site, i): District => {
    const { population2007: _, population2017: __, population2022: ___, poverty2018: ____, ...place } = site
    const person = people[i] as (typeof people)[number]
    const ground = land[i] as (typeof land)[number]
    const [cocaHa, cacaoHa, coffeeHa] = [coca[i] as number, trees.cacao[i] as number, trees.coffee[i] as number]
    return {
      ...place,
      ...person,
      farmlandHa: ground.farmlandHa,
      forestHa: ground.forestHa,
      cocaHa,
      cacaoHa,
      coffeeHa,
      foodHa: (ground.farmlandHa - cocaHa - cacaoHa - coffeeHa) * (1 - FALLOW[site.belt]),
      farmsBySize: bySize[i] as number[],
      suitable: suitable[i]?.value ?? 0,
      baseHours: travel[i]?.hours ?? 0,
      market: travel[i]?.market ?? '',
      rugged: rugged[i] as number,
      riverAccess: river[i] as number,
      indigenous: indigenous[i]?.value ?? 0,
      estimated: [
        ...person.estimated,
        ...ground.estimated,
        ...(suitable[i]?.observed ? [] : ['suitable', 'cocaHa']),
        ...(indigenous[i]?.observed ? [] : ['indigenous']),
        'cacaoHa',
        'coffeeHa',
        'foodHa',
        'baseHours',
        'rugged',
      ],
    }
  })
  const outline = tableOf(pack, 'geo-outline').rows.map(
    ({ values }) => [values.lon as number, values.lat as number] as const,
  )
  return {
    year: START_YEAR,
    districts,
    outline,
    cocaHa: cocaClaim(pack),
    cacaoHa: treeTotal(pack, 'cacao'),
    coffeeHa: treeTotal(pack, 'coffee'),
    sizeShares,
  }
}

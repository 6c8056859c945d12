// Households as a ministry asks after them: by livelihood, programme, means, family and place. Words and limits only.
import type { Words } from '../results.ts'

export type GroupKind = 'livelihood' | 'programme' | 'means' | 'family' | 'place'

export interface Group {
  readonly id: string
  readonly kind: GroupKind
  readonly en: string
  readonly es: string
  readonly about: Words
}

const group = (id: string, kind: GroupKind, en: string, es: string, about: string, sobre: string): Group => ({
  id,
  kind,
  en,
  es,
  about: { en: about, es: sobre },
})

/** More coca than this makes a grower: the model's own limit. */
export const GROWS_HA = 0.05
/** From here on a grower counts among the larger ones. */
export const LARGE_HA = 0.5
/** Cacao and coffee together from which a farm without coca counts as a grower of them. */
export const TREES_HA = 0.1
export const MANY_CHILDREN = 2
/** Shares of an Indigenous mother tongue (census of 2017) that part the districts. */
export const INDIGENOUS = { few: 0.4, most: 0.7 } as const
/** Fewer simulated households than this say nothing of a group. */
export const FEWEST = 20

/** The order is that of the bits of a membership: append only. */
// biome-ignore format: one line a group
export const GROUPS = [
  group('coca-small', 'livelihood', 'Coca under half a hectare', 'Coca, menos de media hectárea', 'Households with 0.05 to 0.5 ha of coca.', 'Hogares con 0,05 a 0,5 ha de coca.'),
  group('coca-large', 'livelihood', 'Coca, half a hectare or more', 'Coca, media hectárea o más', 'Households with 0.5 ha of coca or more.', 'Hogares con 0,5 ha de coca o más.'),
  group('trees', 'livelihood', 'Cacao or coffee, no coca', 'Cacao o café, sin coca', 'Farms without coca and with 0.1 ha of cacao and coffee or more.', 'Fincas sin coca y con 0,1 ha o más de cacao y café.'),
  group('other-farms', 'livelihood', 'Other farms', 'Otras fincas', 'Farms without coca, cacao or coffee: food crops, animals, wages.', 'Fincas sin coca, cacao ni café: alimentos, animales, jornales.'),
  group('town', 'livelihood', 'Landless and town', 'Sin tierra y de pueblo', 'Households without a farm, who live on wages and trade.', 'Hogares sin finca, que viven de jornales y comercio.'),
  group('contract', 'programme', 'In alternative development', 'En desarrollo alternativo', 'Households that had signed a contract by then.', 'Hogares que habían firmado un contrato para entonces.'),
  group('poor', 'means', 'Poor then', 'Pobres entonces', 'Under the poverty line in that December.', 'Bajo la línea de pobreza en ese diciembre.'),
  group('not-poor', 'means', 'Not poor then', 'No pobres entonces', 'Over the poverty line in that December.', 'Sobre la línea de pobreza en ese diciembre.'),
  group('many-children', 'family', 'Two or more children', 'Dos o más niños', 'Households with two or more members under 15.', 'Hogares con dos o más miembros menores de 15 años.'),
  group('indigenous-few', 'place', 'Districts under 40% Indigenous', 'Distritos con menos de 40 % indígena', 'Where under 40% have an Indigenous mother tongue.', 'Donde menos de 40 % tiene lengua materna indígena.'),
  group('indigenous-half', 'place', 'Districts 40 to 70% Indigenous', 'Distritos con 40 a 70 % indígena', 'Where 40 to 70% have an Indigenous mother tongue.', 'Donde 40 a 70 % tiene lengua materna indígena.'),
  group('indigenous-most', 'place', 'Districts over 70% Indigenous', 'Distritos con más de 70 % indígena', 'Where over 70% have an Indigenous mother tongue, Quechua for the most part.', 'Donde más de 70 % tiene lengua materna indígena, sobre todo quechua.'),
] as const satisfies readonly Group[]

export type GroupId = (typeof GROUPS)[number]['id']

export interface GroupMeasure {
  readonly name: string
  readonly unit: string
  readonly en: string
  readonly es: string
  readonly better: 'less' | 'more' | 'open'
}

/** In the order in which they are kept. */
export const GROUP_MEASURES = [
  { name: 'income', unit: 'PEN/person/yr', en: 'Income per person', es: 'Ingreso por persona', better: 'more' },
  { name: 'poverty_rate', unit: '1', en: 'Poverty', es: 'Pobreza', better: 'less' },
  { name: 'extreme_poverty_rate', unit: '1', en: 'Extreme poverty', es: 'Pobreza extrema', better: 'less' },
  { name: 'child_labour', unit: '1', en: 'Child labour', es: 'Trabajo infantil', better: 'less' },
  { name: 'school_attendance', unit: '1', en: 'School attendance', es: 'Asistencia escolar', better: 'more' },
  { name: 'coca_area', unit: 'ha', en: 'Coca area', es: 'Área de coca', better: 'open' },
  { name: 'left', unit: '1', en: 'Households gone', es: 'Hogares que se fueron', better: 'less' },
  { name: 'persons', unit: 'person', en: 'People', es: 'Personas', better: 'open' },
  { name: 'slots', unit: '1', en: 'Simulated households', es: 'Hogares simulados', better: 'open' },
] as const satisfies readonly GroupMeasure[]

export type GroupMeasureName = (typeof GROUP_MEASURES)[number]['name']

/** What groups of households cannot say, in words that go beside every figure of them. */
export const NOT_SAID: Words = {
  en: 'Groups follow the households of that December, wherever their figures go; families that came later are in none. Women cannot be told apart: no source used here counts incomes, plots or pay by sex, and the model knows adults and children only. Nor can people of 15 to 29, or single families: a group is a share of simulated households.',
  es: 'Los grupos siguen a los hogares de ese diciembre, vayan como vayan sus cifras; las familias que llegaron después no están en ninguno. No se puede distinguir a las mujeres: ninguna fuente usada aquí cuenta ingresos, parcelas o jornales por sexo, y el modelo solo conoce adultos y niños. Tampoco a los jóvenes de 15 a 29 años ni a una familia en particular: un grupo es una parte de hogares simulados.',
}

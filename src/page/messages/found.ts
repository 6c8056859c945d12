// Words of what searches and combinations of instruments found.
import type { Words } from '../../report/input.ts'

export const found = {
  found_together: { es: 'Qué aporta cada instrumento', en: 'What each instrument adds' },
  found_together_lead: {
    es: 'Cinco instrumentos en todas sus combinaciones, y uno antes que los demás, en los mismos {futures} futuros.',
    en: 'Five instruments in all combinations, and one before the others, under the same {futures} futures.',
  },
  found_outcome: { es: 'Resultado', en: 'Outcome' },
  found_search: { es: 'Qué halló una búsqueda', en: 'What a search found' },
  found_search_lead: {
    es: 'Medidas del Estado y de las comunidades, y una regla, buscadas en {search} futuros y juzgadas en {fresh} que la búsqueda no había visto.',
    en: 'Levers of the state and of communities, and a rule, searched on {search} futures and judged on {fresh} that the search had not seen.',
  },
  found_command: { es: 'Para hacerlo con más futuros:', en: 'To do it with more futures:' },
} as const satisfies Readonly<Record<string, Words>>

import { checkPackage } from '../../../src/evidence/package.ts'

const ACLED =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,notes,fatalities'
interface Event {
  id?: string
  date?: string
  time?: string
  type?: string
  country?: string
  admin?: string
  geo?: string
  year?: string
  deaths?: string
}
let count = 0
export const acled = (event: Event = {}) => {
  count += 1
  const { id = `PER${count}`, date = '04 May 2021', time = '1', type = 'Battles', country = 'Peru' } = event
  const { admin = 'Ayacucho,La Mar,Ayna', geo = '1', year = '2021', deaths = '2' } = event
  return `${id},${date},${year},${time},Political violence,${type},Armed clash,Some group,,${country},${admin},San Francisco,-12.6,-73.8,${geo},El Diario,"On 4 May, a named man was shot",${deaths}`
}
export const acledTable = (...rows: string[]) => `${[ACLED, ...rows].join('\n')}\n`

export const UCDP =
  'id,relid,year,type_of_violence,side_a,side_b,source_article,where_prec,where_description,adm_1,adm_2,latitude,longitude,country,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low'
export const ucdp = (
  event: {
    where?: string
    what?: string
    date?: string
    end?: string
    prec?: string
    best?: string
    adm?: string
  } = {},
) => {
  count += 1
  const { where = '1', what = 'Ayna district', date = '2009-04-09', end = date, prec = '1', best = '14,16,13' } = event
  const { adm = 'Ayacucho department,La Mar province' } = event
  const time = ' 00:00:00.000'
  return `${count},x,2009,1,Government,Group,"An article, long",${where},${what},${adm},-12.6,-73.8,Peru,${prec},${date}${time},${end}${time},1,2,3,0,${best}`
}
export const rowsOf = (files: Record<string, string>) =>
  checkPackage(files)
    .package.observations.filter(({ file }) => file.includes('imports'))
    .map(({ series, placeId, year, month, value, low, high }) =>
      [series, placeId, [year, month ?? 0].join('-'), low ?? '', value, high ?? ''].join(' '),
    )

/**
 * Words that a reader may use for one another, Spanish and English together: half of what was said about a thing was said in the
 * other language. One idea a line; every word that begins as `word*` says, and every `word` itself and its plural, means it.
 * Written without accents.
 */
const IDEAS = `
leaf leaf leaves hoja
price price* precio*
levy levy levies cupo cupos toll tolls tax taxes taxed taxing taxation* impuesto* tributo* extorsi* extort* peaje
area area surface superficie* acreage extension
hectare hectare* hectarea* ha
eradication eradic* erradic*
substitution substitut* sustitu* reconver* replac*
cultivation cultiv* crop crops grown growing siembra sembr* planting planted
grower grower* cocalero* farmer* agricultor* campesin* productor* producer*
household household* hogar* familia* family families
income income* ingreso* earning* ganancia*
wage wage* jornal* salari* pay paid pago pagos sueldo*
day day days dia dias daily diari*
month month* mes meses mensual*
january january enero
february february febrero
march march marzo
april april abril
may may mayo
june june junio
july july julio
august august agosto
september september setiembre septiembre
october october octubre
november november noviembre
december december diciembre
year year* ano anos anual* annual* yearly
harvest harvest* cosech*
yield yield* rendimiento*
production production produc* output
potential potential* potencial*
seizure seiz* incaut* decomis* confisca*
laboratory lab labs laborator*
pit pit pits poza pozas
airstrip airstrip* strip strips runway* pista pistas narcopista* aerodrom* airfield*
flight flight* vuelo* fly flew
aircraft aircraft airplane* avion* avioneta* aeronave* helicopter* helicoptero*
river river* rio rios
road road* carretera* highway* trocha*
death death* dead kill* muert* falleci* asesin* murder* slain homicid*
wounded wound* injur* herid*
soldier soldier* soldado* troop* tropa* militar* military army ejercit*
police police* polici*
attack attack* ataque* atentad* ambush* emboscad*
clash clash* enfrentamient* combat*
armed armed armad*
group group* grupo* column* columna*
shining shining sendero senderist* luminoso
path path sendero
terrorism terroris*
strength strength* fuerza* force forces member* miembro* fighter* combatien*
leader leader* lider* cabecilla* commander* mando mandos jefe*
base base bases cuartel* outpost* puesto*
state state states estado estados estatal* government* gobiern*
emergency emergenc*
poverty poverty poor pobre*
population population* poblaci* inhabitant* habitante* people persona* person*
child child children nin* infant* infancia
school school* escuela* colegio* educa*
health health* salud*
malnutrition malnutrit* desnutri* undernutri* stunting anemia anaemia
dropout dropout* deserci*
water water* agua*
forest forest* bosque* deforest* selva
loss loss* lost perdi*
rain rain* lluvi* precipita*
soil soil* suelo*
slope slope* pendiente* ladera*
elevation elevation* altitud* altura* height*
valley valley* valle*
district district* distrit*
province provinc*
department department* departament* region*
national national* nacional* country pais
share share* proporci* porcent* percent* porciento participaci* fraction
world world* mund* global*
rank rank* puesto posici*
coffee coffee cafe cafes cafet*
cacao cacao cocoa
cocaine cocain* clorhidrato hydrochloride hcl
paste paste pasta pbc
trafficking traffick* narcotr* trafican* smuggl* contraband*
clan clan clans mafia* firma firmas
backpacker backpack* mochil* courier* porter* carrier* cargador*
export export*
border border* fronter*
bolivia bolivia*
brazil brazil* brasil*
colombia colombia*
peru peru*
usa usa eeuu american* estadounid* norteameric*
dollar dollar* dolar* usd
sol sol soles pen
aid aid ayuda* assist* asisten* cooperaci*
budget budget* presupuest* spend* gasto* invest* inversi* fund funds funding fondo*
development development* desarroll*
alternative alternativ*
programme programm* program programs programa*
project project* proyecto*
target target* meta metas goal*
growth grow growth crecimient* crece* increas* aument* rise rose
fall fall fell decline* declin* drop* caida* cay* decrease* reduc* disminu* descen*
corruption corrup*
court court* juez jueces judge* tribunal*
arrest arrest* captur* detencion* deteni* detain*
prison prison* carcel* penal* penitenci*
sanction sanction* sancion*
trust trust* confian*
community communit* comunidad* comunal* comuner*
selfdefence self autodefensa* ronder* ronda rondas
indigenous indigen* ashaninka* nativ* native*
youth youth* young juven* joven* adolescen*
woman woman women mujer* female
labour labour* labor labores worker* trabaja* job jobs empleo* employ*
migration migra*
settler settler* colono* colonis* coloniz*
land land lands tierra* terreno* parcela* plot plots
title title* titul* property propiedad*
market market* mercado*
buyer buyer* comprador* purchas* compra*
legal legal* licit*
illegal illegal* illicit* ilegal* ilicit*
monitoring monitor* survey* encuesta* medici* measur*
violence violen*
displacement displac* desplaz*
hostage hostage* captiv* cautiv* rehen* kidnap* secuestr*
drug drug* droga*
precursor precursor* insum*
war war guerra conflict*
church church* iglesia*
mayor mayor* alcald*
protest protest* strike* paro paros huelga* block* bloque*
electricity electri*
bridge bridge* puente*
load load* carga cargas
weight weight* peso pesos
consumption consum*
demand demand*
supply suppl* oferta* abaste*
ballooning balloon* globo*
interdiction interdic* intercep*
`

const STOP = new Set(
  `the a an of in on at to and or by for from with that this is are was were be as it its about over per than
   el la los las un una unos unas de del al en y o u por para con que es son fue fueron se su sus lo le como mas sobre entre`.split(
    /\s+/,
  ),
)

/** Words that carry nothing in either language. */
export const isStopWord = (word: string): boolean => STOP.has(word)

const whole = new Map<string, string[]>()
const beginnings = new Map<string, string[]>()
for (const line of IDEAS.trim().split('\n')) {
  const [idea = '', ...words] = line.trim().split(/\s+/)
  for (const word of words) {
    const [map, key] = word.endsWith('*') ? [beginnings, word.slice(0, -1)] : [whole, word]
    map.set(key, [...(map.get(key) ?? []), idea])
  }
}
const LONGEST = Math.max(...[...beginnings.keys()].map((word) => word.length))

/** The ideas a word stands for, most often none; `word` in small letters without accents. */
export function ideasOf(word: string): readonly string[] {
  const ideas = new Set(whole.get(word))
  if (word.endsWith('s')) for (const idea of whole.get(word.slice(0, -1)) ?? []) ideas.add(idea)
  for (let length = 2; length <= Math.min(LONGEST, word.length); length++)
    for (const idea of beginnings.get(word.slice(0, length)) ?? []) ideas.add(idea)
  return [...ideas]
}

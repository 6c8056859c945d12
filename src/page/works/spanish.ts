// What each mechanism says and leaves out, in Spanish; names are in src/report/mechanism-names.ts. The English is the
// mechanism's own header; `of` marks the English that was translated, so that a change there is noticed.
export interface Spoken {
  readonly says: string
  readonly ignores: string
  /** Mark of the English `says` and `ignores` that the Spanish follows (`markOf`). */
  readonly of: string
}

const spoken = (says: string, ignores: string, of: string): Spoken => ({ says, ignores, of })

// biome-ignore format: one mechanism a paragraph
export const SPOKEN: Readonly<Record<string, Spoken>> = {
  'money-and-wages': spoken(
    'El sol, los jornales y los precios mundiales de los cultivos vienen de fuera; el valle es demasiado pequeño para moverlos.',
    'Las tasas de interés y una inflación distinta entre el valle y Lima.', 'c038dcb3'),
  aid: spoken(
    'La ayuda externa paga aeronaves, servicios y programas; va y viene con la política de otros países.',
    'Las condiciones, la demora entre lo prometido y lo gastado, y la ayuda en especie.', '9a5ff11b'),
  climate: spoken(
    'La mitad del año es lluviosa. Los años secos bajan un poco el rendimiento; los muy lluviosos traen enfermedades y derrumbes.',
    'Las heladas, cada tormenta y las diferencias dentro de un distrito.', '3682fdfd'),
  access: spoken(
    'El relieve fija la distancia, las obras viales la acortan, la lluvia y los bloqueos la cortan; un río navegable suaviza las tres cosas.',
    'Qué camino o qué río: un solo número por distrito.', '16056f31'),
  threat: spoken(
    'Las campañas anunciadas asustan a los productores antes de que llegue una brigada, y una campaña cancelada los alivia. En este valle casi todo el temor vino de anuncios.',
    'Quién se entera primero y de qué. La lista de fechas se hizo antes de cualquier ajuste.', '6ea86575'),
  eradication: spoken(
    'Las órdenes van donde está la coca. El control armado aleja a las brigadas y los paros detienen las campañas, de modo que en este valle casi nunca se cumplió la mayor parte de una orden.',
    'La logística de las brigadas y las fechas de trabajo.', 'bb0f1493'),
  programme: spoken(
    'Las ofertas están limitadas por los cupos, el dinero llega tarde, y más tarde donde el gobierno local es débil, y las amenazas armadas ahuyentan a los dirigentes.',
    'Qué entidad lo lleva y los cupos por comunidad.', '43913dce'),
  transfers: spoken(
    'El dinero condicionado a la asistencia llega a las familias pobres donde las postas y las escuelas están abiertas.',
    'Los errores al elegir beneficiarios y los pagos atrasados.', '45430d9a'),
  'crop-yields': spoken(
    'Las enfermedades se llevan parte del cacao, más en años lluviosos; la roya se llevó buena parte del café en 2013 y 2014; el riego da firmeza a los alimentos y a los árboles.',
    'Los meses de cosecha: salvo por la lluvia, el rendimiento se reparte en el año.', '1c795ead'),
  'legal-prices': spoken(
    'A la chacra llega el precio al productor menos un margen y menos el costo del camino; los malos caminos y los bloqueos se comen primero el precio de los cultivos lícitos.',
    'La calidad y la certificación más allá de la medida de compradores; lo que se malogra.', '50a4ef04'),
  'leaf-yield': spoken(
    'Sembrar más denso y cosechar más veces subió el rendimiento del valle antes de 2010; el tiempo, la temporada y el suelo cansado lo mueven.',
    'Las variedades y cada cosecha por separado: las cuatro cosechas del año se reparten en los meses.', 'c331936d'),
  'coca-stand': spoken(
    'La coca joven empieza a producir en cerca de un año, mucho antes que el cacao o el café.',
    'Las variedades y la diferencia entre una primera cosecha ligera y una completa.', 'f4a530d6'),
  uprooting: spoken(
    'Una campaña de erradicación se lleva parcelas enteras de las familias a las que llega, que lo recuerdan por años.',
    'El retiro parcial, la fumigación (no se usa en el Perú) y los heridos.', 'af4bb7c3'),
  replanting: spoken(
    'Las parcelas arrancadas se siembran otra vez en pocos meses, salvo que alguien las mantenga limpias o que la coca ya no pague.',
    'La oferta de almácigos y el traslado de la parcela dentro de la chacra.', 'd871598c'),
  contract: spoken(
    'Una familia que firma espera el dinero, a menudo mucho; con él siembra cacao, deja parte o toda su coca y recibe ayuda por unos años. Las promesas que caducan se recuerdan.',
    'Los contratos de grupo y los cultivos distintos del cacao en la parcela apoyada.', 'c3c8a8a8'),
  harvest: spoken(
    'Se cosecha cuando lo que gana quien recoge supera a otro trabajo; una cosecha dejada en la planta cuesta hoja, no plantas. Quien recoge recibe una parte de la hoja.',
    'Lo que se guarda en la chacra y las fechas exactas de las cuatro cosechas, que difieren de chacra en chacra.', 'b1072aa9'),
  'legal-crops': spoken(
    'El cacao, el café y los alimentos dan menos que la coca por hectárea y piden menos manos; la asistencia técnica levanta el cacao.',
    'Otros árboles, la madera, los animales y los premios por calidad más allá de la medida de compradores.', 'c185a419'),
  labour: spoken(
    'La hoja se cosecha en pocas rondas al año que no esperan, así que hasta una familia con manos de sobra contrata cosechadores en esas semanas, por jornal y comida. La familia trabaja primero su coca y después sus cultivos lícitos; contrata lo que le falta, y lo que le sobra en el resto del año lo ofrece por jornal.',
    'Quién hace qué dentro de la familia, el trabajo recíproco entre vecinos y el trabajo en el procesamiento. Las rondas de las distintas chacras se reparten por el año.', '1dee181e'),
  purse: spoken(
    'El ingreso va primero a la canasta básica, luego en parte a más consumo y el resto al ahorro que paga la siembra. Lo ahorrado por encima de una reserva se gasta poco a poco. Aquí entran las transferencias y los bonos.',
    'Préstamos de compradores, remesas y regalos.', '64e16399'),
  tally: spoken('Las existencias del mes por distrito, sumadas.', 'Nada: solo cuenta.', 'bf91ff26'),
  'labour-market': spoken(
    'La coca paga a quien cosecha una parte de la hoja, así que su jornal se mueve con el precio y atrae trabajadores de la sierra; cuando faltan manos, los cultivos lícitos se quedan primero sin ellas.',
    'El trabajo en los pueblos, salvo como reserva, y las diferencias de destreza.', 'fd90152'),
  'leaf-balance': spoken(
    'Una pequeña parte de la hoja va por la vía legal, porque el precio es bajo; el resto encuentra una capacidad agregada de procesamiento que sigue a la oferta y que el control de insumos frena.',
    'Cómo y dónde se procesa la hoja. El rendimiento de producto por hoja es una razón publicada.', 'a4279bae'),
  modes: spoken(
    'El flujo va por la vía más barata una vez contado el riesgo; la capacidad sigue al flujo en meses, de modo que una vía cerrada reduce el total por un tiempo y las otras la reemplazan.',
    'Rutas, lugares y personas: cuatro vías agregadas, sin geografía.', 'ccf2cf8'),
  interdiction: spoken(
    'El control captura una parte pequeña y se mueve hacia donde capturó algo; los traficantes aprenden el riesgo. Una norma letal contra vuelos disuade muchos más de los que detiene.',
    'Operaciones concretas, tácticas y lugares.', 'bf74ebd6'),
  organisations: spoken(
    'La ganancia atrae más organizaciones y el control saca a las débiles; pocos compradores y la protección armada aprietan el precio de la hoja.',
    'Nombres, alianzas y la violencia entre ellas. Sus decisiones no se optimizan.', '5ab9c493'),
  'border-price': spoken(
    'La demanda externa crece por su cuenta; el precio en la frontera sigue a la demanda sobre la oferta nacional con una elasticidad de largo plazo, y lo sacuden hechos de otros lugares.',
    'Los precios más adelante en la cadena: lo que pasa en el valle no los mueve.', '146b8138'),
  'leaf-price': spoken(
    'La hoja vale lo que trae el producto en la frontera menos acarreo, riesgo y cupos. Cuando las salidas se llevan menos de lo que el valle hace, el precio cae fuerte y rápido; el viejo descuento del valle frente a otras zonas se cerró con los años.',
    'La calidad, los adelantos de los compradores y los precios de cada día.', 'edae4160'),
  mood: spoken(
    'El crecimiento del área oscila cerca de cinco por ciento al año por razones que los registros no muestran. Omitirlo haría demasiado estrechas todas las franjas.',
    'Las causas. Es ruido con memoria, pequeño a propósito e igual para todos los distritos.', '7c767fb8'),
  expectations: spoken(
    'Los precios esperados siguen con demora a los pagados. Lo que rinde cada cultivo se compara por jornal familiar, descontados insumos, manos contratadas y el costo de sembrar; el ingreso seguro cuenta más que el inseguro.',
    'Lo que cada productor espera distinto de los demás.', 'ca132ac3'),
  frontier: spoken(
    'La siembra se frena cuando se llena la tierra al alcance. No se sabe si se abre tierra nueva ni por qué: nunca limita, la abren colonos mientras la coca paga, o se abrió una vez en fecha desconocida.',
    'Los pleitos por tierra y la diferencia entre laderas y llanos.', '21a6673a'),
  tenure: spoken(
    'Los títulos llegan despacio y el control armado los socava; donde valen, las familias siembran árboles y menos de ellas siembran coca.',
    'La tierra comunal y los reclamos que se superponen.', 'f4ed424f'),
  'migration-pull': spoken(
    'Los jóvenes se van por mejor paga y servicios; los colonos llegan a tierra vacía cuando un día de coca supera a un día afuera.',
    'Las redes de parientes, los estudios y el trabajo de temporada, que está en el mercado de trabajo.', 'a50e4edf'),
  prospects: spoken(
    'Los productores comparan los cultivos por lo que rinde un jornal familiar. Cuanta más coca tiene una familia por encima de sus propias manos, menos deja la hectárea siguiente después de pagar jornales.',
    'El prestigio, la costumbre y la presión de los compradores; eso entra en la decisión, no en la cuenta.', '763df26'),
  ageing: spoken(
    'Una plantación tiene años buenos y malos. La coca sube dos años, se mantiene y luego cae; las plantas gastadas se renuevan mientras la coca paga y si no se abandonan. El cacao y el café tardan tres años en producir.',
    'La edad de cada planta: cada plantación tiene una edad media. La poda baja es parte de la meseta.', '55ac4f52'),
  choice: spoken(
    'Una vez al año el hogar sopesa un cambio: más o menos coca, cacao, café, alimentos, un contrato, que alguien salga, irse. Deciden el rendimiento, los vecinos, la actitud, el temor, la confianza y el dinero a mano, con azar.',
    'Los planes largos: un hogar cambia una cosa al año. Las actitudes no cambian.', '312c7ab6'),
  'land-use': spoken(
    'Un cambio abarca a lo más un paso de la chacra. Lo que no cabe en tierra ociosa se desmonta, mientras haya tierra al alcance.',
    'El alquiler, el cultivo al partir y la venta de tierra.', '8346b777'),
  family: spoken(
    'Los nacimientos y la edad suman manos; se van los miembros que ven mejor paga afuera.',
    'Las edades dentro de los dos grupos, los matrimonios y los hogares que se dividen.', '145a66cc'),
  welfare: spoken(
    'La pobreza sigue al ingreso por persona; los niños trabajan más donde la hoja paga y faltan manos, y menos donde llegan las transferencias escolares; la nutrición sigue al ingreso, al cuidado y al agua.',
    'La paga de los niños, la calidad de la escuela y las diferencias entre niñas y niños, de las que las fuentes callan.', 'ba6fbbeb'),
  'coming-and-going': spoken(
    'Los hogares se van por decisión o huyen de la violencia; las chacras vacías las toman colonos, que vienen por la coca.',
    'El regreso de los desplazados a la misma chacra y la venta de tierra: una chacra dejada queda ociosa hasta que alguien llega, con su coca perdida y sus árboles en pie.', 'bd729aba'),
  governance: spoken(
    'El dinero ilícito desgasta despacio al gobierno local; las auditorías y el personal pagado lo fortalecen; programas y servicios funcionan tan bien como él. Las acusaciones quedan en el registro: ninguna es aquí un estado.',
    'Personas, partidos, elecciones y el reparto de tareas entre cuatro departamentos.', 'af57fa68'),
  services: spoken(
    'La cobertura crece con el gasto desde una base baja a pesar del conflicto; el control armado y los caminos cortados cierran una parte.',
    'La calidad y el personal que atiende varios distritos.', 'a95d864a'),
  infrastructure: spoken(
    'Los kilómetros construidos acortan el camino al mercado después de unos años y se gastan sin mantenimiento; la red eléctrica y el riego avanzan con las conexiones pagadas.',
    'Qué camino y qué obra falla. La mejora se reparte entre los distritos que nombra la medida.', '40187782'),
  forces: spoken(
    'Pocos de los destacados salen en misión; la seguridad se satura con el número, y la información útil viene de gente que confía en el Estado y no tiene miedo.',
    'Unidades, bases y movimientos. Las partes por distrito son cantidades internas y no se muestran.', 'e4fc750f'),
  control: spoken(
    'El grupo armado se sostiene en terreno abrupto donde el Estado es débil y el agravio es grande; cede, con los años, ante una seguridad duradera y comunidades organizadas.',
    'Los lugares dentro de un distrito y el control que cambia con la hora. Se muestra solo para el valle.', '4b937fb4'),
  'armed-finance': spoken(
    'El grupo cobra cupos al producto en tránsito, a la hoja y a otros negocios donde tiene el control. Lo que se dice de su cupo difiere en diez veces, así que es una alternativa abierta.',
    'Dónde se guarda o gasta el dinero, más allá de pagas y armas.', 'c1e40135'),
  'armed-strength': spoken(
    'El grupo es pequeño y dura: el dinero lo deja crecer solo hasta cierto punto, los buenos jornales de otros lugares y la confianza en el Estado le restan gente. Mientras su mando está roto, se va yendo gente; los que quedan lo vuelven a levantar.',
    'Nombres y rangos, facciones y el reclutamiento forzado de niños, que las fuentes relatan y el modelo no cuantifica.', '4120f91'),
  violence: spoken(
    'Los ataques vienen con la fuerza armada, el control disputado y la renta ilícita; una ofensiva los provoca al principio, hasta que el grupo se acostumbra al nuevo ritmo de operaciones. Son raros, irregulares y a veces muy mortales.',
    'Blancos, tácticas y lugares. Se proyecta solo para el valle y el año.', '9a34562c'),
  displacement: spoken(
    'El temor a los ataques y al control armado expulsa familias, más donde la renta ilícita es alta; las comunidades organizadas resisten más.',
    'A dónde va la gente y si regresa.', 'a92e00dc'),
  trust: spoken(
    'Los servicios y las promesas cumplidas crean confianza despacio; la erradicación sin alternativas, las promesas rotas y los abusos la gastan pronto.',
    'Las diferencias entre vecinos y la confianza en cada institución.', '340056f5'),
  protest: spoken(
    'Las órdenes de erradicación, las penurias y las promesas rotas llevan al paro donde las organizaciones son fuertes; un paro casi siempre detiene una campaña por meses.',
    'Dirigentes y negociaciones. Los paros de un distrito no cuentan para otro.', '42a22d1d'),
  organisation: spoken(
    'Los comités contuvieron al grupo armado en el pasado y se apagan sin apoyo; donde hay organización, títulos y confianza, una comunidad puede sujetar a sus miembros a una parcela registrada.',
    'Los abusos de comités y los conflictos entre colonos y comunidades nativas.', '189e4441'),
  forest: spoken(
    'La mayor parte del desmonte es para alimentos, árboles y pasto de colonos junto a los caminos; la coca toma una parte pequeña, y se discute cuánto más arrastra consigo.',
    'La tala de madera, el rebrote y las especies. La tierra protegida solo frena el desmonte.', '22cc2d49'),
  soil: spoken(
    'El suelo bajo coca decae despacio con el uso; las fuentes discrepan sobre si se arruina. El descanso lo restaura.',
    'La erosión aguas abajo y los insumos que ocultan el deterioro por un tiempo.', '7cc425fd'),
  'other-zones': spoken(
    'La presión en un lugar mueve la coca a otro: las demás zonas crecen con el precio, pierden con la erradicación donde las brigadas pueden trabajar, resiembran y reciben a productores expulsados del valle.',
    'Los distritos dentro de las zonas y la coca de los países vecinos.', '7f79153'),
  survey: spoken(
    'El área oficial viene de imágenes, con errores y cambios de método hacia 2011 y 2018; la hoja no se ve cuando los campos sin cosechar se cierran; los ataques se registran de menos.',
    'Quién publica la cifra y por qué; las cuentas rivales se guardan en el registro.', '580aebca'),
  budget: spoken(
    'Toda medida cuesta dinero, funcione o no.',
    'La deuda y el dinero que se pierde en el camino. El gasto que comparten todos los escenarios se cancela al comparar.', '165af95c'),
  'month-end': spoken(
    'Las decisiones se apoyan en el mes pasado, no en el que corre.', 'La demora de las estadísticas.', '84210243'),
  'moving-pull': spoken(
    'Si las familias se mudan dentro del valle, van al lado, donde hay tierra abierta, un día de coca rinde más y hay menos violencia; las familias de un distrito que deciden en un mes van todas al mismo sitio.',
    'Parientes, escuelas y mudanzas a través de varios distritos. Ninguna fuente cuenta esas mudanzas: están apagadas salvo que se pidan.', '511236a7'),
  'second-thoughts': spoken(
    'Cuando el precio de la hoja se aparta de lo esperado, o las brigadas arrancan en un mes mucha coca de un distrito, todas sus familias hacen de inmediato su único cambio del año, en vez de en el mes que les toca.',
    'Las familias que se enteran después o nunca, las nuevas ofertas de programas, porque lo que falta son cupos y no atención, y la violencia. Los nacimientos, la edad de las plantas y las mudanzas esperan la revisión anual.', '70d8d008'),
  moving: spoken(
    'Una familia que se muda dentro del valle deja su chacra, vive de jornales hasta el año nuevo y desmonta una chacra pequeña donde llega a vivir.',
    'La venta de tierra: lo que se deja queda en descanso. Los contratos terminan y la familia pierde sus árboles.', '453f966d'),
}

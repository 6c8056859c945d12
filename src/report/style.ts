// The look: system fonts, tabular figures, thin lines, one ground for the future; light, dark and print.

/** Colours by name, for a light and for a dark ground. */
export const light = `
--paper:#fff;--ink:#1b1f23;--soft:#59636e;--line:#dfe3e8;--future:#f4f6f8;--hatch:#c9cfd6;--ref:#6b7480;--refink:#59636e;
--p1:#0072b2;--p1i:#00629b;--p2:#d55e00;--p2i:#a84a00;--p3:#009e73;--p3i:#00704f;--focus:#0072b2;--cell:#fff;--nodata:#eef1f4;--river:#2f6c94;--road:#4c5661;
--q0:#f0f1ec;--q1:#cfdfd8;--q2:#a2c6c3;--q3:#6ba5ad;--q4:#3b7d94;--q5:#1d5173;
--da:#b35806;--db:#ee9c41;--dc:#fbd9a5;--dd:#f5f5f3;--de:#d0cde4;--df:#968dc0;--dg:#55318a;color-scheme:light`

export const dark = `
--paper:#14171a;--ink:#e7eaed;--soft:#a5aeb7;--line:#2f353b;--future:#1b1f24;--hatch:#3d454d;--ref:#8f99a3;--refink:#a5aeb7;
--p1:#56b4e9;--p1i:#7cc5ef;--p2:#f0883e;--p2i:#f5a066;--p3:#2dbe93;--p3i:#4fcfa8;--focus:#56b4e9;--cell:#14171a;--nodata:#22272c;--river:#6db3dc;--road:#aab3bc;
--q0:#20292f;--q1:#24444f;--q2:#2f6472;--q3:#4a8a93;--q4:#7db4b2;--q5:#c3dfd3;
--da:#f4a150;--db:#b9701f;--dc:#664019;--dd:#262b30;--de:#3d3860;--df:#6f62ab;--dg:#b3a3e6;color-scheme:dark`

const colours = `
:root{${light}}
@media (prefers-color-scheme:dark){@media not print{:root{${dark}}}}
`

const page = `
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
html[lang=es] [lang=en],html[lang=en] [lang=es]{display:none}
header,main,footer{max-width:1264px;margin:0 auto;padding:0 24px}
header{display:flex;gap:8px 24px;align-items:baseline;padding-top:16px;padding-bottom:8px;font-size:14px;color:var(--soft);flex-wrap:wrap}
header strong{color:var(--ink);font-weight:650}header .made{flex:1 1 280px;min-width:0;overflow-wrap:anywhere}
.langs{display:inline-flex;gap:4px}.langs button{font:inherit;border:0;background:none;color:var(--soft);padding:4px 8px;cursor:pointer;border-bottom:2px solid transparent}
.langs button[aria-pressed=true]{color:var(--ink);border-color:var(--ink)}
.skip{position:absolute;left:-999px}.skip:focus{left:24px;top:8px;background:var(--paper);padding:8px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
a{color:inherit;text-underline-offset:2px}
h1{font-size:clamp(24px,3.1vw,36px);line-height:1.18;font-weight:650;letter-spacing:-.012em;margin:4px 0 16px;max-width:26ch;text-wrap:balance}
h2{font-size:21px;line-height:1.3;font-weight:650;margin:0 0 4px}h3{font-size:16px;font-weight:650;margin:32px 0 8px}
h3 small,th small,figcaption small{font-weight:400;color:var(--soft);font-size:13px}
section{margin:56px 0 0;scroll-margin-top:16px}section:not(#top){border-top:1px solid var(--ink);padding-top:16px}
#top{margin-top:16px}.opening{display:grid;grid-template-columns:minmax(0,1fr) 288px;gap:48px;align-items:start}
.kicker,.note,.overall{max-width:72ch;margin:0 0 16px}.kicker,.note{color:var(--soft);font-size:14px}.kicker{margin-bottom:8px}.overall{font-size:19px;line-height:1.45}
.chooser{display:flex;flex-wrap:wrap;gap:8px;margin:24px 0 0}.chooser p{flex:1 0 100%;margin:0;font-size:13px;color:var(--soft)}
.chip{font:inherit;font-size:14px;line-height:1.3;display:inline-flex;align-items:center;gap:8px;padding:6px 12px 6px 10px;border:1px solid var(--line);border-radius:16px;background:none;color:var(--ink);cursor:pointer;text-align:left}
.chip.off .dash{display:none}.chip:not(.off){border-color:var(--k);color:var(--ki)}
.dash{width:26px;height:8px;flex:none;margin-right:8px}.chip .dash{margin:0}
.answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,288px),1fr));gap:24px 40px;margin:24px 0}.answer i{font-style:normal;color:var(--soft);font-size:.88em}.answer{max-width:76ch}.answer h2{font-size:17px;color:var(--ki);display:flex;align-items:center}.answer p{margin:4px 0 0}.about{color:var(--soft);font-size:14px}.not-separable,.no-change{color:var(--soft)}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:14px;line-height:1.35;width:100%}th,td{text-align:left;vertical-align:top;padding:8px 16px 8px 0;font-weight:400;border-bottom:1px solid var(--line)}
thead th{font-size:13px;color:var(--soft);vertical-align:bottom;border-color:var(--soft)}th small,td small{display:block;font-size:12px;color:var(--soft)}tbody th{font-weight:550}
.glance tr.group th{font-size:13px;color:var(--soft);font-weight:400;padding-top:20px;border-bottom:0}.glance tbody th[scope=row]{min-width:184px;position:sticky;left:0;background:var(--paper)}.glance td{min-width:112px}
td .what b{font-weight:450;font-size:16px}td.very-likely b{font-weight:700}td i{font-style:normal;color:var(--soft);font-size:13px;margin-left:4px}td.not-separable b,td.no-change b{color:var(--soft)}.who{display:none}
td b{font-weight:550}
details{margin-top:8px;font-size:14px}summary{cursor:pointer;color:var(--soft);font-size:13px;padding:4px 0}.glance+details,.wide+details{margin-top:16px}
.numbers{width:auto;font-size:12px}.numbers td,.numbers th{padding:3px 16px 3px 0;white-space:nowrap}.numbers caption{text-align:left;color:var(--soft);font-size:12px}details .wide{max-height:360px;overflow:auto}#glance details .wide{max-height:none}
.ground ul{max-width:84ch;padding-left:20px;margin:4px 0}.ground li{margin:5px 0}.ground small{display:block;color:var(--soft);overflow-wrap:anywhere}.ground p{margin:8px 0 0;font-weight:600}.limits{max-width:76ch;padding-left:20px;margin:8px 0}.limits li{margin:6px 0}.sources{font-size:13px;padding-left:32px;overflow-wrap:anywhere}pre{font-size:12px;overflow:auto;max-height:320px;background:var(--future);padding:16px}
footer{padding-top:40px;padding-bottom:48px}.hidden{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}
`

/** Fans, differences, tables of numbers. */
export const charts = `
.k1{--k:var(--p1);--ki:var(--p1i);--dash:none}.k2{--k:var(--p2);--ki:var(--p2i);--dash:6 3}.k3{--k:var(--p3);--ki:var(--p3i);--dash:1.5 2.5}.ref,.quiet{--k:var(--ref);--ki:var(--refink);--dash:none}.off{--k:var(--ref);--ki:var(--ink)}
.chart .off,.answer.off,figure.off,td.off,.zones th.off{display:none}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,344px),1fr));gap:32px 40px;margin-top:16px}
figure{margin:0;min-width:0}figcaption{font-size:14px;line-height:1.35;margin-bottom:4px}figcaption b{font-weight:650}
svg{display:block;width:100%;height:auto;overflow:visible}.chart text{font-size:12px;fill:var(--soft)}
.grid line{stroke:var(--line);stroke-width:1}.grid .base{stroke:var(--soft)}.grid .zero{stroke:var(--ink);stroke-width:1.2}
.future{fill:var(--future)}.holdout{fill:url(#hatch);opacity:.75}.tested{fill:url(#hatch);stroke:var(--hatch);stroke-width:.6}
.b90{fill:var(--k);opacity:.1}.b50{fill:var(--k);opacity:.2}.ref .b90{opacity:.17}.ref .b50{opacity:.3}.endbar line{stroke:var(--k);stroke-width:1.2}.endbar .half{stroke-width:4.5;opacity:.55}.endbar circle{fill:var(--k)}.endbar.k1{transform:translateX(8px)}.endbar.k2{transform:translateX(15px)}.endbar.k3{transform:translateX(22px)}.b90.lone{opacity:.2}.mid{fill:none;stroke:var(--k);stroke-width:1.6;stroke-dasharray:var(--dash);stroke-linecap:round}
.end text{fill:var(--ki);font-weight:500;font-size:11.5px}.obs circle,.obs rect,.obs path{fill:var(--paper);stroke:var(--ink);stroke-width:1.2}.obs line{stroke:var(--ink)}
.cross{stroke:var(--ink);stroke-width:1;visibility:hidden}
.interval .bar{stroke:var(--k);stroke-width:2.5}.interval circle{fill:var(--paper);stroke:var(--k);stroke-width:1.8}.interval .sure circle{fill:var(--k)}.interval .name{fill:var(--ki);font-size:12.5px}.interval .value{fill:var(--ink);font-size:12.5px}.interval .sure .value{font-weight:700}
.key{display:flex;flex-wrap:wrap;gap:8px 24px;list-style:none;margin:8px 0;padding:0;font-size:13px;color:var(--soft)}.key li{display:flex;align-items:center;gap:8px}.key svg{width:34px;height:20px}
.marks{display:flex;flex-wrap:wrap;gap:2px 16px;margin:4px 0 0}.badge,.basis{font-size:12px;line-height:1.4;font-weight:400;color:var(--soft)}.badge{display:inline-flex;align-items:center;gap:5px}.badge svg{width:11px;height:11px;flex:none}.badge circle{fill:none;stroke:var(--soft);stroke-width:1.3}.badge .full{fill:var(--soft);stroke:var(--soft)}.badge.skilled{color:var(--ink)}.badge.skilled .full{fill:var(--ink);stroke:var(--ink)}th .badge{margin-top:2px}.basis{font-style:normal}.basis .hidden,.badge .hidden{width:1px;white-space:nowrap}.misses{font-size:12px;line-height:1.45;color:var(--soft);margin-top:4px}.misses summary{font-size:12px}.misses ul{margin:4px 0;padding-left:16px}
.tip{position:absolute;z-index:2;pointer-events:none;background:var(--paper);border:1px solid var(--soft);padding:6px 10px;font-size:12px;line-height:1.45;max-width:280px}.tip b{display:block}.tip span.row{display:block;color:var(--ki)}
.bar{width:100%;height:16px}.bar rect{fill:var(--k,var(--ref));opacity:.55}.bar line{stroke:var(--k,var(--ref));stroke-width:2;vector-effect:non-scaling-stroke}.bar .nothing{stroke:var(--soft);stroke-width:1}.barred{min-width:190px}.barred span{font-size:13px}
.cost tbody th{color:var(--ki)}.cost .dash,.zones .dash{display:inline-block;vertical-align:middle;width:20px}.quiet .dash{visibility:hidden}.cost tbody th{min-width:170px}.zones td{white-space:nowrap}.zones td.barred{width:34%}
.levers{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,344px),1fr));gap:24px 40px;align-items:start}table.levers{display:table}.levers caption{text-align:left;font-weight:650;padding-bottom:4px}.levers td,.levers th{border:0;padding:4px 12px 4px 0;font-size:13px}.levers th{width:46%}.levers .barred{min-width:120px}.levers td.barred{display:flex;gap:8px;align-items:center}.levers .barred .bar{flex:1;min-width:60px}.levers .barred span{min-width:3.2em;text-align:right}
`

/** Maps and their legends. */
export const maps = `
.maps{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:24px 32px;margin-top:16px;max-width:1000px}
.cells use{stroke:var(--cell);stroke-width:.5}.none{fill:var(--nodata)}.faint{opacity:.38}
.q0{fill:var(--q0)}.q1{fill:var(--q1)}.q2{fill:var(--q2)}.q3{fill:var(--q3)}.q4{fill:var(--q4)}.q5{fill:var(--q5)}
.da{fill:var(--da)}.db{fill:var(--db)}.dc{fill:var(--dc)}.dd{fill:var(--dd)}.de{fill:var(--de)}.df{fill:var(--df)}.dg{fill:var(--dg)}
.unverified{fill:url(#hatchfine)}.rivers{fill:none;stroke:var(--river);stroke-width:1.6;stroke-linejoin:round;stroke-linecap:round}.roads{fill:none;stroke:var(--road);stroke-width:.7;stroke-dasharray:2 1.6;opacity:.7}
.map figcaption{color:var(--ki,var(--ink));min-height:2.7em}.map .cells .on{stroke:var(--ink);stroke-width:1.4}
.legend{display:grid;grid-template-columns:repeat(var(--n),minmax(40px,72px));list-style:none;padding:0;margin:12px 0 8px;font-size:12px;color:var(--soft)}.legend i{display:block;height:10px;margin-bottom:2px}
.legend .q0{background:var(--q0)}.legend .q1{background:var(--q1)}.legend .q2{background:var(--q2)}.legend .q3{background:var(--q3)}.legend .q4{background:var(--q4)}.legend .q5{background:var(--q5)}
.legend .da{background:var(--da)}.legend .db{background:var(--db)}.legend .dc{background:var(--dc)}.legend .dd{background:var(--dd)}.legend .de{background:var(--de)}.legend .df{background:var(--df)}.legend .dg{background:var(--dg)}
.choose{margin:8px 0;font-size:14px}select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);padding:4px 8px;max-width:100%}.unit{color:var(--soft)}
.locator figcaption{font-size:12px;color:var(--soft)}.ground{fill:var(--future);stroke:var(--hatch);stroke-width:.5}.towns text,.locator text{font-size:9.5px;fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:2.5px;stroke-linejoin:round}.towns circle{fill:var(--ink)}.locator .water{fill:var(--river);font-style:italic}
.hatch{display:inline-block;width:14px;height:9px;border:1px solid var(--hatch);background:repeating-linear-gradient(135deg,var(--soft) 0 1px,transparent 1px 4px)}
#hatch path,#hatchfine path{stroke:var(--hatch);stroke-width:1}#hatchfine path{stroke:var(--ink);stroke-width:.5;opacity:.5}
`

const narrow = `
@media (max-width:1100px){.opening{grid-template-columns:minmax(0,1fr) 232px;gap:32px}}
@media (max-width:760px){header,main,footer{padding-left:16px;padding-right:16px}.opening{display:block}.locator{max-width:300px;margin-top:24px}section{margin-top:40px}
.glance,.glance tbody,.glance tr,.glance th,.glance td,.cost,.cost tbody,.cost tr,.cost th,.cost td{display:block;border:0;padding:0}.glance thead,.cost thead{display:none}
.glance tbody th[scope=row]{position:static;padding-top:16px;border-top:1px solid var(--line)}.glance tr.group th{padding-top:24px}
.glance td,.cost td:not(.barred){display:grid;grid-template-columns:minmax(0,1fr) 88px minmax(0,1.1fr);gap:8px;padding:4px 0;align-items:baseline}.who{display:block;font-size:13px}.cost tbody th{padding-top:16px;border-top:1px solid var(--line)}td .what b{font-size:15px}td .what i{display:block;margin:0}
.maps{grid-template-columns:repeat(2,minmax(0,1fr));gap:16px}.legend{grid-template-columns:repeat(var(--n),minmax(0,1fr))}.zones,.zones tbody,.zones tr,.zones th,.zones td{display:block;border:0;padding:0}.zones thead,.zones td.off{display:none}.zones tbody th{padding-top:16px;border-top:1px solid var(--line)}.zones td.barred{width:auto}.zones td:not(.barred):not(.off){display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.3fr);column-gap:8px;white-space:normal;padding:4px 0}.zones td small{grid-column:2}}
@media (hover:none){.help{display:none}}
@media print{body{font-size:11pt}header .langs,.chooser,.skip,.choose,.help,.report-error,details{display:none}section{margin-top:24px;break-inside:auto}figure,tr,article{break-inside:avoid}.charts{grid-template-columns:repeat(2,1fr)}.wide{overflow:visible}.glance td,.glance tbody th[scope=row],.cost tbody th,.barred{min-width:0}td small,th small{font-size:9px}}@page{size:A4 landscape;margin:12mm}
@media (prefers-reduced-motion:no-preference){.cells use{transition:fill .2s}}
`

export const style = [colours, page, charts, maps, narrow].join('').replace(/\n/g, '')

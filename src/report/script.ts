// The little that moves in the report: language, the choice of packages, the crosshair, the outcome of the maps.
// Plain text that runs in the reader's browser; without it the report still shows everything, in Spanish.

const shared = `
const all=(s,r=document)=>[...r.querySelectorAll(s)],root=document.documentElement,
data=JSON.parse(document.getElementById('data').textContent),lang=()=>root.lang==='en'?'en':'es',
local=t=>lang()==='es'?String(t).replace(/\\./g,','):String(t),
tip=document.getElementById('tip');
function place(x,y){tip.hidden=false;const w=tip.offsetWidth,h=tip.offsetHeight,W=root.clientWidth;
tip.style.left=Math.max(4,Math.min(x+14,W-w-4))+'px';tip.style.top=Math.max(scrollY+4,y-h-10)+'px'}
function add(text,cls){const s=document.createElement(cls?'span':'b');if(cls)s.className='row '+cls;s.textContent=text;tip.append(s)}
`

const language = `
function speak(l){root.lang=l;document.title=data.title[l];all('[data-set]').forEach(b=>b.setAttribute('aria-pressed',String(b.dataset.set===l)));
all('[data-es]').forEach(e=>{e.textContent=e.dataset[l]});tip.hidden=true}
all('[data-set]').forEach(b=>b.addEventListener('click',()=>{speak(b.dataset.set);history.replaceState(null,'','#'+b.dataset.set)}));
speak(location.hash==='#en'?'en':'es');
`

const choice = `
let drawn=data.drawn.slice();
function settle(g){const top=+g.dataset.top-6,bottom=+g.dataset.bottom+8,ends=all('.end:not(.off)',g).map(e=>({e,y:+e.dataset.y,h:+e.dataset.h})).sort((a,b)=>a.y-b.y);
let edge=top;for(const n of ends){n.y=Math.max(n.y,edge+n.h/2);edge=n.y+n.h/2}
edge=bottom;for(const n of ends.reverse()){n.y=Math.min(n.y,edge-n.h/2);edge=n.y-n.h/2}
for(const n of ends)n.e.setAttribute('transform','translate(0 '+n.y+')')}
function slots(){const of=p=>{const k=drawn.indexOf(p);return k<0?'off':'k'+(k+1)};
const set=(e,c)=>{e.classList.remove('k1','k2','k3','off','quiet');e.classList.add(c)};
all('[data-p]').forEach(e=>{if(e.dataset.p!==data.reference)set(e,of(e.dataset.p))});
all('[data-row]').forEach(e=>{const c=of(e.dataset.row);set(e,c==='off'?'quiet':c)});
all('[data-chip]').forEach(e=>{const c=of(e.dataset.chip);set(e,c);e.setAttribute('aria-pressed',String(c!=='off'))});
all('.ends').forEach(settle)}
all('[data-chip]').forEach(b=>b.addEventListener('click',()=>{const p=b.dataset.chip,k=drawn.indexOf(p);
if(k>=0){if(drawn.length>1)drawn.splice(k,1)}else{if(drawn.length>2)drawn.shift();drawn.push(p)}slots()}));
`

const crosshair = `
function read(svg,year,x,y){const [x0,x1,from,to]=svg.dataset.x.split(' ').map(Number);year=Math.max(from,Math.min(to,year));svg.dataset.year=year;
const at=x0+(year-from)/(to-from)*(x1-x0);all('.cross').forEach(c=>{c.setAttribute('x1',at);c.setAttribute('x2',at);c.style.visibility='visible'});
tip.textContent='';add(year);const rows=data.fans[svg.dataset.o];
for(const name of [data.reference,...drawn]){const r=rows[name]&&rows[name].find(v=>v[0]===year);
if(r)add(data.titles[name][lang()]+': '+local(r[1])+' ('+local(r[2])+' – '+local(r[3])+')',name===data.reference?'ref':'k'+(drawn.indexOf(name)+1))}
const box=svg.getBoundingClientRect();place(x??box.left+scrollX+at/400*box.width,y??box.top+scrollY+20)}
function leave(){tip.hidden=true;all('.cross').forEach(c=>{c.style.visibility='hidden'})}
all('.fan').forEach(svg=>{const year=e=>{const box=svg.getBoundingClientRect(),[x0,x1,from,to]=svg.dataset.x.split(' ').map(Number);
return Math.round(from+((e.clientX-box.left)/box.width*400-x0)/(x1-x0)*(to-from))};
svg.addEventListener('pointermove',e=>read(svg,year(e),e.pageX,e.pageY));svg.addEventListener('pointerdown',e=>read(svg,year(e),e.pageX,e.pageY));
svg.addEventListener('pointerleave',leave);svg.addEventListener('blur',leave);
svg.addEventListener('keydown',e=>{const d={ArrowLeft:-1,ArrowRight:1}[e.key];if(e.key==='Escape')leave();if(!d)return;e.preventDefault();read(svg,(+svg.dataset.year||data.from-1)+d)})});
`

const maps = `
const select=document.getElementById('map-outcome');let plate=data.plates[0];
const word=(node,w)=>{node.textContent='';for(const l of ['es','en']){const s=document.createElement('span');s.lang=l;s.textContent=w[l];node.append(s)}};
function repaint(){plate=data.plates.find(p=>p.outcome===select.value);word(document.getElementById('map-unit'),plate.unit);document.getElementById('map-marks').innerHTML=plate.marks;all('#map-marks [data-es]').forEach(e=>{e.textContent=e.dataset[lang()]});
for(const m of plate.maps){const figure=document.querySelector('[data-map="'+CSS.escape(m.scenario)+' '+m.year+'"]');if(!figure)continue;
all('.cells use',figure).forEach((u,k)=>{const c=m.classes[k];u.setAttribute('class',c==='x'?'none':c>='0'&&c<='9'?'q'+c:c===c.toLowerCase()?'d'+c:'d'+c.toLowerCase()+' faint')})}
for(const [kind,list] of [['q',plate.levels],['d',plate.differences]])all('[data-legend='+kind+'] li').forEach((li,k)=>{const i=li.querySelector('i');word(li,list[k]);li.prepend(i)});
all('[data-static]').forEach(d=>{d.hidden=d.dataset.static!==plate.outcome})}
if(select){select.addEventListener('change',repaint);
all('[data-map]').forEach(f=>{const cells=all('.cells use',f);
f.addEventListener('pointermove',e=>{const k=cells.indexOf(e.target);if(k<0)return void(tip.hidden=true);const m=plate.maps.find(n=>n.scenario+' '+n.year===f.dataset.map),v=m.figures[k];
tip.textContent='';add(data.districts[k][0]);add(v.length?local(v[0])+' ('+local(v[1])+' … '+local(v[2])+') '+plate.unit[lang()]:data.words.suppressed[lang()],'ref');
if(data.districts[k][1]==='C')add(data.words.unverified[lang()],'ref');place(e.pageX,e.pageY)});f.addEventListener('pointerleave',()=>{tip.hidden=true})})}
`

export const script = `(()=>{'use strict';${shared}${language}${choice}${crosshair}${maps}})()`

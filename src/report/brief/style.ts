// The look of the brief: a sheet of A4, black on white, whatever the reader's screen is set to.
import { charts, light, maps } from '../style.ts'

const sheet = `
.brief{${light};--ink:#000;--soft:#3d454d;--refink:#3d454d;box-sizing:border-box;max-width:210mm;margin:0 auto;padding:14mm 13mm;background:#fff;color:#000;font:10pt/1.38 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
html[lang=es] .brief [lang=en],html[lang=en] .brief [lang=es]{display:none}
.brief *{box-sizing:border-box}
.brief .kicker{font-size:8.5pt;color:var(--soft);margin:0;border-bottom:.6pt solid #000;padding-bottom:1.5mm}
.brief h1{font-size:18pt;line-height:1.18;font-weight:650;letter-spacing:-.01em;margin:4mm 0 1.5mm;max-width:none;text-wrap:balance}
.brief .where-we-are,.brief .note{font-size:8pt;line-height:1.35;color:var(--soft);margin:1mm 0;max-width:none}
.brief h2{font-size:12pt;line-height:1.25;font-weight:650;margin:5mm 0 1.5mm;border-top:.6pt solid #000;padding-top:1.5mm;break-after:avoid}.brief h2+.note{break-after:avoid}
.brief h3{font-size:10pt;font-weight:650;margin:2.5mm 0 1mm;break-after:avoid}
.brief h3 small,.brief th small,.brief td small{font-weight:400;font-size:8pt;color:var(--soft)}
.brief p{margin:1mm 0;max-width:none}.brief ul{margin:1mm 0;padding-left:4.5mm}.brief li{margin:.5mm 0;font-size:inherit}.brief .part-sure,.brief .part-believed{font-size:9.5pt}
.brief .part{margin:0;border:0;padding:0}
.brief .answers{display:grid;gap:0 6mm;margin:0}.brief .answers.of-2{grid-template-columns:1fr 1fr}.brief .answers.of-3{grid-template-columns:1fr 1fr 1fr}
.brief .answer{max-width:none;break-inside:avoid}.brief .answers.of-1 .answer{font-size:10.5pt}.brief .answers.of-2 .answer{font-size:9.5pt}.brief .answers.of-3 .answer{font-size:8.5pt;line-height:1.32}
.brief .answer h3{color:var(--ki);display:flex;align-items:center;margin-top:1mm}.brief .dash{width:26px;height:8px;flex:none;margin-right:6px}
.brief table{border-collapse:collapse;width:100%;font-size:9pt;line-height:1.28}
.brief th,.brief td{text-align:left;vertical-align:top;padding:.9mm 3mm .9mm 0;border-bottom:.4pt solid #c9cfd6;font-weight:400}
.brief thead th{border-color:#000;vertical-align:bottom;color:#000;font-size:8.5pt}.brief thead th:not(.ref) .who-is{color:var(--ki);font-weight:650}
.brief .changes{table-layout:fixed}.brief tbody th{font-weight:550}.brief .changes th:first-child{width:27%}.brief .changes th:nth-child(2){width:14%}.brief .changes.of-1 th:first-child{width:31%}.brief .changes.of-1 th:nth-child(2){width:13%}.brief .changes.of-1 th:last-child{width:22%}.brief .changes.of-1 td{white-space:nowrap}.brief th small,.brief td small{display:block}.brief .changes td:nth-child(2){white-space:nowrap}
.brief td b{font-weight:450}.brief td.very-likely b{font-weight:700}.brief td.not-separable b,.brief td.no-change b{color:var(--soft)}.brief .changes.of-1 small{display:inline;margin-left:1mm}.brief .changes td{padding-bottom:.7mm}.brief .changes.of-2 th,.brief .changes.of-2 td,.brief .changes.of-3 th,.brief .changes.of-3 td{padding-top:.6mm;padding-bottom:.5mm}.brief .changes small{line-height:1.2}.brief .changes.of-3 td small{font-size:7.5pt;white-space:nowrap}.brief sup{font-size:7pt;line-height:0}
.brief .sign{font-size:8pt}
.brief .pairs{display:grid;grid-template-columns:1fr 1fr;gap:2mm 6mm}
.brief figure{margin:0;min-width:0;break-inside:avoid}.brief figcaption{font-size:8.5pt;font-weight:650;line-height:1.25;margin:0 0 .5mm;min-height:0;color:#000}
.brief svg{display:block;width:100%;height:auto;overflow:visible}.brief svg.dash{width:26px}.brief .pairs svg.chart{max-height:37.4mm}.brief .pairs svg.fan{max-height:45mm}.brief .dense{font-size:9pt}.brief .dense h1{font-size:15pt;margin-top:3mm}.brief .dense h2{margin-top:3mm;font-size:11.5pt}.brief .dense .pairs svg.chart{max-height:28.2mm}.brief .dense .pairs svg.fan{max-height:34mm}.brief .dense .maps svg{max-height:45mm}.brief .dense .part-caveats ul{font-size:8pt}.brief .dense .part-sure,.brief .dense .part-believed{font-size:8.6pt}.brief .dense dl{font-size:8pt}.brief .chart text{fill:#3d454d}.brief .cross{display:none}
.brief .maps{display:grid;gap:3mm 8mm;margin:1mm 0;max-width:none;grid-template-columns:repeat(2,minmax(0,1fr))}.brief .maps.of-3{grid-template-columns:repeat(3,minmax(0,1fr))}
.brief .maps svg{max-height:58mm}.brief .map figcaption{color:#000;min-height:2.5em}.brief .legend{grid-template-columns:repeat(var(--n),minmax(0,1fr));margin:1.5mm 0;font-size:7.5pt;padding:0;color:#3d454d;white-space:nowrap}.brief .maps.of-3 .legend li:nth-child(2n){font-size:0}.brief .maps.of-3 .legend{font-size:7pt}.brief .legend i{height:2.4mm}
.brief .contested-all{columns:2;column-gap:6mm}.brief .contested-one{break-inside:avoid;margin:0 0 2mm;font-size:9pt}.brief .contested-one h3{font-size:9pt;margin:0}.brief .both-sides{list-style:none;padding:0;margin:.5mm 0;font-size:8.5pt;line-height:1.3}.brief .both-sides li{margin:0}
.brief .part-caveats ul{columns:2;column-gap:6mm;font-size:8.5pt;padding-left:4mm}.brief .part-caveats li{break-inside:avoid}
.brief dl{display:grid;grid-template-columns:max-content 1fr;gap:.6mm 4mm;margin:1mm 0;font-size:8.5pt}.brief dt{color:var(--soft)}.brief dd{margin:0;min-width:0}.brief code,.brief pre{font:8pt/1.3 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:none;padding:0;overflow-wrap:anywhere;color:#000}.brief pre{white-space:pre-wrap;margin:0;max-height:none;columns:2;column-gap:6mm}.brief .hash{display:inline-block;margin-right:3mm}.brief .address{overflow-wrap:anywhere;font-size:8pt}
.brief .part-made,.brief .part-contested,.brief .contested-one,.brief tr,.brief .answer{break-inside:avoid}
.brief .b90{opacity:.14}.brief .b50{opacity:.26}
.brief a{color:#000}
@media (max-width:700px){.brief{padding:16px}.brief .answers.of-2,.brief .answers.of-3,.brief .pairs,.brief .maps,.brief .maps.of-3{grid-template-columns:1fr}.brief .contested-all,.brief .part-caveats ul,.brief pre{columns:1}.brief .changes{display:block;overflow-x:auto}}
@media print{.brief{padding:0;max-width:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}.brief a[href]::after{content:none!important}}
`

/** `whole`: for a file of its own; else for a page that has the styles of charts and maps already. */
export function briefStyle(whole: boolean): string {
  const alone = whole
    ? `html{background:#e9ecef}@media print{html{background:#fff}}body{margin:0}@page{size:A4;margin:12mm}${charts}${maps}`
    : ''
  return (alone + sheet).replace(/\n/g, '')
}

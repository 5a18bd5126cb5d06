import { darkPalette, lightPalette, paletteStyle } from "#shells/figure/palette";

/**
 * The look of the page on a screen: one column, system fonts, tabular numbers, light and dark, narrow pages.
 */
export const pageStyle: string = `
:root{
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","DejaVu Sans",Arial,sans-serif;
--mono:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;
${paletteStyle(lightPalette)};
--band:#0c2a3d;--band-ink:#fff;--band-muted:#b4c7d3;--band-card:#143a52;--good-on-band:#8fd3ff}
@media screen and (prefers-color-scheme:dark){:root{
${paletteStyle(darkPalette)};
--band:#0a2231;--band-card:#12354b}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);


color:var(--ink);font:17px/1.55 var(--sans);font-variant-numeric:tabular-nums}
h1,h2,h3,h4,p,dl,dd,figure,ul,pre{margin:0}
code,pre{font-family:var(--mono);font-size:.86em}
.headline{background:var(--band);color:var(--band-ink)}
.headline .inner,main,footer{max-width:1184px;margin:0 auto;padding:0 32px}
.headline .inner{padding-top:36px;padding-bottom:34px}
.title{color:var(--band-muted);font-size:16px;margin-bottom:18px}
.brand{font-weight:700;letter-spacing:.02em;color:var(--band-ink);margin-right:14px}
h1{font-weight:400;font-size:22px;line-height:1.4;color:var(--band-muted);max-width:54em;text-wrap:pretty}
.answer{margin:14px 0 32px;text-wrap:pretty}
.finding{font-weight:650;font-size:37px;line-height:1.22;letter-spacing:-.012em}
.finding.long{font-size:27px}
.finding.longer{font-size:21px;line-height:1.3}
.remedies{margin-top:6px;font-size:16.5px;line-height:1.36}
.remedies.long{font-size:15.5px}
.remedies .id{white-space:nowrap}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(232px,1fr));gap:14px}
.card{background:var(--band-card);border-radius:10px;padding:18px 20px 16px;min-width:0}
.card-name{font-size:15px;font-weight:600}
.card-name span{display:block;font-weight:400;font-size:13.5px;color:var(--band-muted);overflow-wrap:anywhere}
.card-name:not(:has(span))::after{content:"";display:block;height:1.55em;font-size:13.5px}
.card-number{font-size:43px;font-weight:700;line-height:1.2;letter-spacing:-.02em;white-space:nowrap}
.card-number small{font-size:17px;font-weight:500;letter-spacing:0;margin-left:.35em}
.card-range{color:var(--band-muted);font-size:15px}
.card-best{margin-top:9px;padding-top:9px;border-top:1px solid #ffffff2b;font-size:14.5px;line-height:1.4}
.card-best b{color:var(--good-on-band)}
.basis{margin-top:18px;font-size:14px;color:var(--band-muted)}
section{padding:64px 0 0}
h2{font-size:30px;line-height:1.2;letter-spacing:-.012em}
h3{font-size:19px;margin:36px 0 14px}
h4,.panel>h3{font-size:16px;margin:0 0 6px}
.lead{font-size:18px;color:var(--muted);max-width:46em;margin:8px 0 26px;text-wrap:pretty}
.of{display:block;font-weight:400;font-size:14px;color:var(--muted);overflow-wrap:anywhere}
figure{margin-top:8px}
figure+figure{margin-top:34px}
figcaption,.twin-note{color:var(--muted);font-size:15px;max-width:54em;margin-top:14px}
.twin-note{margin-top:2px;font-size:14px}
.narrow{display:none}
.files{margin-top:6px;font-size:14px;color:var(--muted)}
.files a{color:var(--better);text-underline-offset:3px}
.scroll{overflow-x:auto}
.variant{font-weight:600;overflow-wrap:anywhere}
.swatch{display:inline-block;width:.72em;height:.72em;border-radius:50%;
background:var(--own);margin-right:.45em}
.variant-list{display:grid;grid-template-columns:max-content 1fr;gap:5px 26px;margin-bottom:26px}
.variant-list dd{color:var(--muted)}
table{border-collapse:collapse;width:100%;text-align:left}
th,td{vertical-align:top;padding:14px 22px 14px 0;border-bottom:1px solid var(--rule);font-weight:400}
thead th{border-bottom:2px solid var(--ink);padding-bottom:8px;font-size:15px;vertical-align:bottom}
tbody th{font-weight:600}
.compare{table-layout:fixed}
.compare th:first-child{width:210px}
.compare .id{white-space:nowrap}
.compare.many{width:auto}
.compare.many :is(th,td):not(:first-child){width:200px}
.cell-name{display:none}
.value{font-size:22px;font-weight:650;margin-right:.15em}
.range{color:var(--muted);font-size:15px;white-space:nowrap}
.counts{display:block;font-size:14px;color:var(--muted)}
.difference{display:block;font-size:15px;margin-top:3px;color:var(--muted)}
.difference .amount{white-space:nowrap}
.difference .mark{white-space:nowrap}
.difference.tone-better{color:var(--better)}
.difference.tone-worse{color:var(--worse)}
.difference.tone-differs{color:var(--ink)}
.difference:is(.tone-better,.tone-worse,.tone-differs){font-weight:650}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(330px,100%),1fr));gap:34px 48px}
.panel{min-width:0;display:flex;flex-direction:column}
.panels.two{grid-template-columns:repeat(auto-fill,minmax(min(480px,100%),1fr))}
.panel>h3,.panel h4{min-height:3.1em}
.panels.two h4{min-height:0}
.alike .about{font-weight:400;color:var(--muted)}
code.id{font-weight:400;font-size:12px;color:var(--muted)}
.table-note{font-size:14px;color:var(--muted)}
.alike th{width:50%}
.panel svg{width:100%}
.picker{min-width:0;position:sticky;top:0;z-index:2;border:0;


margin:64px 0 -40px;padding:12px 0;background:var(--paper);
display:flex;flex-wrap:wrap;gap:8px;align-items:center;border-bottom:1px solid var(--rule)}
.picker legend{float:left;padding:0;margin-right:6px;color:var(--muted);font-size:15px}
.picker input{position:absolute;opacity:0;width:1px;height:1px}
.picker label{border:1px solid var(--rule);border-radius:99px;padding:4px 14px;font-size:15px;cursor:pointer}
.picker input:checked+label{border-color:var(--ink);background:var(--ink);color:var(--paper)}
.picker input:checked+label .swatch{box-shadow:0 0 0 1.5px var(--paper)}
.picker input:focus-visible+label,summary:focus-visible,.scroll:focus-visible
{outline:3px solid var(--better);outline-offset:2px}
.told section{scroll-margin-top:64px}
.only{display:none}
.maps{grid-template-columns:minmax(0,1fr);gap:26px;margin-top:24px}
.map h3{margin:0 0 8px}
.beyond{margin:0;color:var(--muted);font-size:15px}
.map svg{width:100%;border-radius:8px;overflow:hidden}
.legend{display:flex;flex-wrap:wrap;gap:6px 26px;margin-bottom:12px;font-size:15px;color:var(--muted)}
.sign{display:inline-block;width:30px;height:14px}
.sign.thick{height:4px;border-radius:4px;background:var(--ink)}
.sign.band{background:var(--ink);opacity:.18}
.sign.inner{opacity:.4}
.part-sign.p0{background:#e8eef1}
.part-sign.p1{background:#c9dbe6}
.part-sign.p2{background:#9dc3dc}
.part-sign.p3{background:#6aa5cc}
.part-sign.p4{background:#3a80b3}
.part-sign.p5{background:#1d5a8c}
.part-sign.p6{background:#0b3357}
.part-sign{border:1px solid var(--rule)}
.sign.dotted{height:0;border-top:2.5px dotted var(--ink)}
.sign.shaded{background:var(--shade)}
.key{display:inline-flex;align-items:center;gap:9px}
.width{display:inline-block;width:30px;border-radius:9px;background:var(--lane)}
.width.less{background:var(--worse)}
.width.more{background:var(--better)}
b.struck{color:var(--shade-ink)}
dl.grades{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;margin-bottom:24px;font-size:15.5px}
.grade{font-weight:600}
.grade::before{content:"";display:inline-block;


width:.62em;height:.62em;margin-right:.5em;border:2px solid var(--ink)}
.grade-measured::before{background:var(--ink)}
.grade-published::before{background:linear-gradient(90deg,var(--ink) 50%,transparent 50%)}
.grade-calibrated::before{border-style:double;border-width:3px}
.grade-assumed::before{border-style:dotted}
.plain{font-size:15.5px}
.plain th,.plain td{padding-top:9px;padding-bottom:9px}
.choices td,.choices tbody th{white-space:nowrap}
.choices .words{white-space:normal}
.choices .number{text-align:right}
.choices .tone-better{color:var(--better);font-weight:650}
.choices .tone-worse{color:var(--worse);font-weight:650}
#choice .scroll{margin-top:20px}
#choice h4{margin-top:26px}
#choice h4+.scroll{margin-top:0}
.option{white-space:nowrap}
.scroll+.table-note{margin-top:12px;max-width:62em}
#choice .lead{font-size:21px;line-height:1.4;font-weight:600;color:var(--ink);max-width:52em}
.sources{table-layout:fixed}
.sources thead th:first-child{width:17%}
.sources thead th:nth-child(2){width:42%}
.sources thead th:last-child{width:140px}
.checklist{table-layout:fixed}
.checklist thead th:first-child{width:26%}
.to-fill{color:var(--worse);font-weight:600}
.glossary{columns:2 400px;column-gap:48px;font-size:15.5px}
.glossary dt{font-weight:600;break-after:avoid}
.glossary dd{color:var(--muted);margin-bottom:8px;break-inside:avoid}
.lines{list-style:none;padding:0;margin:0}
.lines li{margin-bottom:7px}
td .more>summary{padding:0 0 8px}
.unsourced,.notes{margin-top:22px;max-width:54em;font-size:16px;overflow-wrap:anywhere}
.inputs{margin-top:26px;border-top:1px solid var(--rule)}
.inputs summary,.more>summary{cursor:pointer;padding:14px 0;font-weight:650}
.groups{columns:2 400px;column-gap:48px}
.group{break-inside:avoid-column;margin-bottom:26px}
.group dl{font-size:14.5px;line-height:1.45}
.group dt{font-weight:600;overflow-wrap:anywhere}
.group dd{color:var(--muted);margin:0 0 6px;overflow-wrap:anywhere}
.verdict{font-weight:700;white-space:nowrap}
.verdict.pass{color:var(--better)}
.verdict.fail{color:var(--worse)}
.limits ul,.methods ul{padding-left:1.2em}
.limits li,.methods li{margin-bottom:5px;max-width:54em}
.conservation{margin-top:30px;max-width:54em}
.conservation.broken{color:var(--worse);font-weight:700}
pre{background:var(--card);border-radius:8px;padding:14px 18px;white-space:pre-wrap;overflow-wrap:anywhere}
.repeat dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 18px;margin:14px 0}
.repeat dd{overflow-wrap:anywhere;min-width:0}
.repeat dt{color:var(--muted)}
footer{padding-top:56px;padding-bottom:56px;font-size:14px;color:var(--muted)}
@media screen and (max-width:860px){
.wide{display:none}
.narrow{display:block;max-width:640px}
.narrow>svg{width:100%}
.headline .inner,main,footer{padding-left:16px;padding-right:16px}
.headline .inner{padding-top:22px;padding-bottom:24px}
.title{margin-bottom:12px;font-size:15px}
.brand{display:block}
h1{font-size:18px}
.answer{margin-bottom:22px}
.finding{font-size:26px}
.finding.long{font-size:22px}
.finding.longer{font-size:19px}
.remedies,.remedies.long{font-size:16px}
.cards{grid-template-columns:repeat(2,minmax(0,1fr));gap:10px}
.card{padding:12px 13px}
.card-number{font-size:29px}
.card-number small{font-size:14px}
.card-name,.card-range,.card-best{font-size:14px}
section{padding-top:48px}
h2{font-size:25px}
.lead{font-size:17px}
.variant-list,dl.grades{grid-template-columns:1fr;gap:0}
.variant-list dd,dl.grades dd{margin-bottom:9px}
.repeat dl{grid-template-columns:1fr}
.compare,.compare tbody,.compare tr,.compare th,.compare td{display:block;min-width:0}
.compare thead{display:none}
.compare tr{border-bottom:2px solid var(--rule);padding:16px 0 10px}
.compare th,.compare td,.compare th:first-child{border:0;padding:0 0 9px;width:auto}
.compare tbody th{font-size:18px}
.cell-name{display:block;font-size:15px}
.compare td:not(:has(.difference)) .cell-name{margin-top:4px}
.plain thead{display:none}
.plain,.plain tbody,.plain tr,.plain th,.plain td{display:block}
.alike th{width:auto}
.plain tr{border-bottom:1px solid var(--rule);padding:10px 0}
.plain th,.plain td{border:0;padding:1px 0;max-width:none;overflow-wrap:anywhere}
.choices td,.choices tbody th{white-space:normal}
.choices td{display:flex}
.choices .number{text-align:left}
.choices .cell-name{flex:none;width:10em;color:var(--muted);font-weight:400}
.choices td:empty{display:none}
#choice .lead{font-size:18px}
.picker{margin-top:48px;gap:6px;padding:8px 0}
.picker:has(label:nth-of-type(6)){position:static}
.picker label{padding:3px 10px;overflow-wrap:anywhere}
}
`;

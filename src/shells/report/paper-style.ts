/**
 * The page on paper, A4 on its side: figures as wide as letters of at least 7 points need, nothing that stays
 * together parted by an edge, and rows taller than half a page parted rather than pushed to the next.
 */
export const paperStyle: string = `
@page{size:A4 landscape;margin:10mm 12mm;
@bottom-left{content:"Made by Breakwater";font:7pt system-ui,sans-serif;color:#666}
@bottom-right{content:counter(page) " / " counter(pages);font:7pt system-ui,sans-serif;color:#666}}
@media print{
:root{--paper:#fff;--band:#fff;--band-ink:#000;--band-muted:#444;--band-card:#f3f5f5;--good-on-band:#0a63ad;
--chosen:block}
body{font-size:11pt}
main{zoom:.72}
.headline{zoom:.86}
.headline .inner,main{max-width:none;padding-left:0;padding-right:0}
.picker,.files,footer{display:none}
section{padding-top:0;margin-top:30px;break-inside:auto}
.lead,figcaption,.twin-note,.conservation,.unsourced,.notes,.limits li,.methods li{max-width:none}
.lead{margin:4px 0 12px}
h3{margin:20px 0 8px}
figcaption{margin-top:5px}
figure+figure{margin-top:12px}
h2,h3,h4,.lead,.legend,dl.grades,summary{break-after:avoid}
h2,h3,h4,.lead,.legend,dl.grades,figcaption{break-inside:avoid}
.lead,.legend,figure,figcaption{break-before:avoid}
figure+figure{break-before:auto}
figure:not(:has(.map,.panel,svg~svg)),.wide>svg,.map,.panel,.card,tr,.group{break-inside:avoid}
.sources tr{break-inside:auto}
.wide>svg{width:100%;max-height:222mm}
section:is(:has(figure~figure .series),:has(.curve~.curve)) .wide{width:73%}
.map svg{width:88%}
.map+.map{margin-top:24px}
.beyond{margin-top:8px}
.groups{columns:3}
.panels{display:block;orphans:1;widows:1}
.more:has(.panels){display:none}
.panel{display:inline-block;width:31%;margin:0 2% 18px 0;vertical-align:top}
.panel svg{max-height:92mm}
#variants .panel{width:48%}
.inputs::details-content,.more::details-content{content-visibility:visible;display:block}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

/**
 * How figures look. Colours come from the page's custom properties (`--ink`, `--muted`, `--rule`, `--better`,
 * `--worse`, `--own` of a variant ...), so that light and dark need no second drawing.
 */
export const figureStyle: string = `
svg{display:block;max-width:100%;height:auto;overflow:visible}
svg text{font-size:13px;font-family:var(--sans);fill:var(--ink);font-variant-numeric:tabular-nums}
.definitions{position:absolute}
.axis .tick-text{font-size:12px;fill:var(--muted)}
.axis .axis-title{font-size:12px;fill:var(--muted)}
.axis .base{stroke:var(--muted);stroke-width:1}
.axis .tick{stroke:var(--muted);stroke-width:1}
.axis .hair{stroke:var(--rule);stroke-width:1}
figure>.wide .axis text{font-size:14px!important}
.shade{fill:var(--shade)}
.shade-name{font-size:12px!important;fill:var(--shade-ink)!important}
.series path{fill:none}
.series .band{fill:var(--own);fill-opacity:.16;visibility:hidden}
.series .inner{fill-opacity:.26}
.series .mean{stroke:var(--own);stroke-width:2.25;opacity:.8;stroke-linejoin:round}
.series .twin{stroke:var(--own);stroke-width:2;stroke-dasharray:1.5 4;stroke-linecap:round}
.series.chosen{visibility:hidden}
.series.chosen .mean{stroke-width:4;opacity:1}
.series-name,.level-name{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.series-name{fill:var(--own)!important;opacity:.9}
.settling{fill:none;stroke:var(--ink);stroke-width:1.75;stroke-linejoin:round}
.level{stroke:var(--muted);stroke-width:1}
.level.dashed{stroke-dasharray:6 4}
.level-name{font-size:12px!important;fill:var(--muted)!important}
.frontier-line{fill:none;stroke:var(--better);stroke-width:2.25}
.frontier-mark{fill:var(--paper);stroke:var(--muted);stroke-width:2}
.frontier-mark.efficient{fill:var(--better);stroke:var(--better)}
.frontier-mark.doubtful{stroke-dasharray:3 3}
.frontier-name{font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.zero{stroke:var(--muted);stroke-width:1.5}
.row-name,.row-tone,.row-note{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.row-name{font-weight:600}
.row-tone,.row-note{font-size:12px!important;fill:var(--muted)!important}
.row .interval{stroke:var(--muted);stroke-width:2.5}
.row .interval-end{stroke:var(--muted);stroke-width:1.5}
.row .dot{fill:var(--paper);stroke:var(--muted);stroke-width:2}
.tone-better .interval,.tone-better .interval-end{stroke:var(--better)}
.tone-better .dot{fill:var(--better);stroke:var(--better)}
.tone-better .row-tone{fill:var(--better)!important;font-weight:700}
.tone-worse .interval,.tone-worse .interval-end{stroke:var(--worse)}
.tone-worse .dot{fill:var(--worse);stroke:var(--worse)}
.tone-worse .row-tone{fill:var(--worse)!important;font-weight:700}
.tone-slight .dot{fill:var(--muted)}
.tone-differs .interval,.tone-differs .interval-end{stroke:var(--ink)}
.tone-differs .dot{fill:var(--ink);stroke:var(--ink)}
.tone-differs .row-tone{fill:var(--ink)!important;font-weight:700}
.spread .bar{fill:var(--own);opacity:.38}
.spread .extent{stroke:var(--own);stroke-width:1.5}
.spread .interval{stroke:var(--own);stroke-width:4.5}
.spread .dot{fill:var(--own);stroke:var(--paper);stroke-width:1.5}
.spread .row-note{fill:var(--ink)!important}
.link-bar{fill:var(--paper);stroke:var(--muted);stroke-width:1.5}
.told-apart .link-bar{fill:var(--lane);stroke:var(--lane);fill-opacity:.45}
.link .interval{stroke:var(--ink);stroke-width:2}
.link .interval-end{stroke:var(--ink);stroke-width:1.5}
tspan.row-note{font-weight:400}
.part.p0{fill:#e8eef1;stroke:#fff;stroke-width:.5}
.part.p1{fill:#c9dbe6;stroke:#fff;stroke-width:.5}
.part.p2{fill:#9dc3dc;stroke:#fff;stroke-width:.5}
.part.p3{fill:#6aa5cc;stroke:#fff;stroke-width:.5}
.part.p4{fill:#3a80b3;stroke:#fff;stroke-width:.5}
.part.p5{fill:#1d5a8c;stroke:#fff;stroke-width:.5}
.part.p6{fill:#0b3357;stroke:#fff;stroke-width:.5}
svg .part-share{font-size:13px;fill:#16222c}
svg .part-share.p4{fill:#fff}
svg .part-share.p5{fill:#fff}
svg .part-share.p6{fill:#fff}
.lane-name{font-weight:700}
.lane .bar-line{stroke-width:10}
.lane.disruption .bar-line{stroke:var(--shade-ink)}
.lane.policy .bar-line{stroke:var(--better)}
.lane.announcement .bar-line{stroke:var(--muted);stroke-width:1.5}
.lane .said{fill:var(--ink)}
.lane .until,.lane .arrow{fill:none;stroke:var(--muted);stroke-width:2}
.lane.disruption .arrow{stroke:var(--shade-ink)}
.lane.policy .arrow{stroke:var(--better)}
.row-rule{stroke:var(--rule);stroke-width:1}
.bar-dates{fill:var(--muted)!important}
.bar-name{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.sea{fill:var(--sea)}
.land{fill:var(--land)}
.leg{fill:none;stroke-linecap:round;stroke-linejoin:round}
.leg.same{stroke:var(--lane)}
.leg.less{stroke:var(--worse)}
.leg.more{stroke:var(--better)}
.site{fill:var(--paper);stroke:var(--ink);stroke-width:1.3}
.site.passage{fill:var(--ink)}
path.site.struck{fill:none;stroke:var(--shade-ink);stroke-width:3.5;stroke-linecap:round}
path.site.struck.under{stroke:var(--halo);stroke-width:7}
.site-name{paint-order:stroke;stroke:var(--halo);stroke-width:4px;stroke-linejoin:round}
.site-name.struck{font-weight:700}
.wide :is(.shade-name,.level-name,.row-name,.row-tone,.bar-name,.bar-dates,.lane-name,.frontier-name)
{font-size:14px!important}
.wide .series-name{font-size:15px!important}
`;

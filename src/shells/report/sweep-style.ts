/** What the page of a sweep adds to the look of all pages: its curves, cells and bars. */
export const sweepStyle: string = `
.course .band{fill:var(--own);fill-opacity:.13}
.course .mean{fill:none;stroke:var(--own);stroke-width:2.5;stroke-linejoin:round}
.course .dot{fill:var(--own)}
.course .whisker{stroke:var(--own);stroke-width:2.5}
.heat-cell{fill:var(--card);stroke:var(--rule);stroke-width:1}
.heat.better .heat-cell{fill:var(--better)}
.heat.worse .heat-cell{fill:var(--worse)}
.heat.h1 .heat-cell{fill-opacity:.16}
.heat.h2 .heat-cell{fill-opacity:.3}
.heat.h3 .heat-cell{fill-opacity:.45}
.heat.alike .cell-words{fill:var(--muted)}
.heat:is(.better,.worse) .cell-words{font-weight:650}
.share-bar{fill:var(--lane);fill-opacity:.5;stroke:var(--lane);stroke-width:1.5}
.share.with-others .share-bar{fill:var(--paper);fill-opacity:1}
.share .interval{stroke:var(--ink);stroke-width:2}
.share .interval-end{stroke:var(--ink);stroke-width:1.5}
.sign.alone{background:var(--lane);opacity:.6}
.sign.others{border:1.5px solid var(--lane)}
.fails{list-style:none;padding:0;display:grid;gap:18px}
.fails h3{margin:0 0 4px}
.fails>li{border-left:3px solid var(--rule);padding-left:16px}
.fails .limits-list{padding-left:20px;margin:4px 0 0}
.methods.sweep{max-width:54em}
@media print{.fails>li{break-inside:avoid}}
`;

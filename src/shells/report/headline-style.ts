/** The look of the first screen's table of variants, on the dark band, wide, narrow and on paper. */
export const headlineStyle: string = `
.board{--gain:#8fd3ff;--harm:#ffb684;background:var(--band-card);border-radius:10px}
.board,.board thead,.board tbody{display:block}
.board tr{display:grid;grid-template-columns:calc(15% + (5 - var(--measures))*3%)
repeat(var(--measures),minmax(0,1fr));
padding:5px 8px 6px 18px;align-items:baseline;border-bottom:1px solid #ffffff24}
.board tbody tr:last-child{border-bottom:0}
.board thead tr{grid-template-rows:auto 1fr;align-items:start;border-bottom-color:#ffffff57}
.board th,.board td{border:0;padding:0 6px 0 0;line-height:1.3;min-width:0}
.board thead th{font-size:15px;font-weight:600;grid-row:1/3}
.board thead th:first-child{grid-row:1}
.board thead th span,.board thead .board-what{font-weight:400;font-size:13.5px;color:var(--band-muted)}
.board thead th span{display:block}
.board thead .board-what{grid-area:2/1}
.board thead th span+span{font-size:12px;line-height:1.2}
.board tbody th{font-size:15px;overflow-wrap:anywhere}
.board tbody .board-what{grid-area:2/1/auto/-1;font-size:13.5px;line-height:1.25;color:var(--band-muted)}
.board-name,.board-unit{display:none}
.board-number{display:inline-block;min-width:2.1em;margin-right:.3em;font-size:20px;font-weight:650}
.board-number.none{min-width:0}
.own .board-number{font-size:23px;font-weight:700}
.board-note{font-size:13.5px;color:var(--band-muted)}
.own .board-note{display:block}
.board-note.alike{font-size:12px}
.board-note:is(.better,.worse,.differs){font-weight:650;color:var(--band-ink)}
.board-note.better{color:var(--gain)}
.board-note.worse{color:var(--harm)}
@media screen and (min-width:861px){.headline .inner{padding-top:14px;padding-bottom:10px}
.headline h1{font-size:21px;max-width:none}.headline .answer{margin:6px 0 12px}
.headline .basis{margin-top:9px;font-size:13px}.headline .title{margin-bottom:8px}
.headline h1{line-height:1.3}}
@media screen and (max-width:860px){
.board-list{margin:10px 0 12px;font-size:14.5px;line-height:1.35}
.board-list div{margin-bottom:5px}
.board-list dt{display:inline;font-weight:600}
.board-list dd{display:inline;color:var(--band-muted)}
.board thead,.board tbody .board-what{display:none}
.board tr{display:block;padding:11px 14px 10px;border-bottom-color:#ffffff33}
.board tbody th{display:block;font-size:17px;margin-bottom:4px}
.board td{display:grid;grid-template-columns:fit-content(45%) minmax(0,1fr);column-gap:10px;padding:3px 0}
.board-name{display:block;grid-row:1/3;font-size:14.5px;color:var(--band-muted)}
.board-unit{display:inline;font-size:14px;font-weight:400}
.board-number,.own .board-number{min-width:0;margin:0;font-size:18px;text-align:right}
.board-note,.own .board-note{grid-column:2;text-align:right;font-size:14px}
}
@media print{.board{--gain:#0a63ad;--harm:#b04608}.board tr{padding-left:10px;border-bottom-color:#0003}
.board tbody th{font-size:14px}}
`;

/** The look of the first screen's table of variants, on the dark band, wide, narrow and on paper. */
export const headlineStyle: string = `
.board{--gain:#8fd3ff;--harm:#ffb684;background:var(--band-card);border-radius:10px;table-layout:fixed}
.board th,.board td{border-bottom:1px solid #ffffff24;padding:5px 8px 5px 0;vertical-align:top;line-height:1.3}
.board th:first-child{padding-left:18px;width:17%}
.board thead th{border-bottom-color:#ffffff57;font-size:15px;font-weight:600;vertical-align:top}
.board thead th span{display:block;font-weight:400;font-size:13.5px;color:var(--band-muted)}
.board tbody th{font-size:15px;overflow-wrap:anywhere}
.board tbody th span{display:block;font-weight:400;font-size:12.5px;line-height:1.2;color:var(--band-muted)}
.board thead th span+span{font-size:12px;line-height:1.2}
.board tbody tr:last-child>*{border-bottom:0}
.board-name,.board-unit{display:none}
.board-number{display:inline-block;min-width:2.1em;margin-right:.3em;font-size:21px;font-weight:650}
.own .board-number{font-size:25px;font-weight:700}
.board-note{font-size:14.5px;color:var(--band-muted)}
.own .board-note{display:block}
.board-note.alike{font-size:12.5px}
.board-note:is(.better,.worse,.differs){font-weight:650;color:var(--band-ink)}
.board-note.better{color:var(--gain)}
.board-note.worse{color:var(--harm)}
@media screen and (min-width:861px){.headline .inner{padding-top:14px;padding-bottom:10px}.headline h1{font-size:21px;max-width:none}.headline .answer{margin:6px 0 12px}.board tbody:has(tr:nth-child(5)) th span{display:none}}
@media screen and (max-width:860px){
.board,.board tbody,.board tr{display:block}
.board thead{display:none}
.board tr{padding:11px 14px 10px;border-bottom:1px solid #ffffff33}
.board tr:last-child{border-bottom:0}
.board th,.board td,.board th:first-child{border:0;padding:0;width:auto}
.board tbody th{display:block;font-size:17px;margin-bottom:4px}
.board td{display:grid;grid-template-columns:fit-content(45%) minmax(0,1fr);column-gap:10px;padding:3px 0}
.board-name{display:block;grid-row:1/3;font-size:14.5px;color:var(--band-muted)}
.board-unit{display:inline;font-size:14px;font-weight:400}
.board-number,.own .board-number{min-width:0;margin:0;font-size:18px;text-align:right}
.board-note,.own .board-note{grid-column:2;text-align:right;font-size:14px}
}
@media print{.board{--gain:#0a63ad;--harm:#b04608}.board th:first-child{padding-left:10px;width:17%}.board tbody th{font-size:14px}.board th,.board td{border-bottom-color:#0003}}
`;

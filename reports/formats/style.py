"""How a report in HTML looks: on a phone, on a screen, in the dark and on paper; in the colours and the font of the office."""
from language.colours import readable
from reports.formats.brand import OURS, Brand

NIGHT, USUAL = "#0d1117", 'system-ui,"Noto Sans","DejaVu Sans",sans-serif'


def style(brand: Brand = OURS) -> str:
    """In the dark the office's colour is as light as it has to be to be read."""
    font = f'"{brand.font}",{USUAL}' if brand.font else USUAL
    return (STYLE.replace("INK", brand.ink).replace("DAWN", readable(brand.accent, NIGHT)).replace("ACCENT", readable(brand.accent, "#ffffff"))
            .replace("FONT", font))


STYLE = """
:root{--accent:ACCENT;--ink:INK;--quiet:#57606a;--line:#d8dee4;--ground:#f6f8fa;--paper:#fff;--red:#cf222e;--amber:#9a6700;--green:#1a7f37;--plain:#6e7781}
@media screen and (prefers-color-scheme:dark){:root{--accent:DAWN;--ink:#e6edf3;--quiet:#9198a1;--line:#3d444d;--ground:#151b23;--paper:#0d1117;--red:#f85149;
--amber:#d29922;--green:#3fb950;--plain:#9198a1}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 FONT}
main{max-width:54rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}header p{color:var(--quiet);margin-top:.25rem}
h1,h2{color:var(--accent)}.logo{float:right;max-height:3rem;max-width:12rem;margin-left:1rem;background:#fff;padding:.2rem;border-radius:.25rem}
h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0 0}h2{font-size:1.15rem;margin:2.25rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:0}p{margin:.5rem 0}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.75rem;margin:1rem 0}
.facts>div{background:var(--ground);border:1px solid var(--line);border-radius:.5rem;padding:.6rem .75rem}
dt{color:var(--quiet);font-size:.85rem}dd{margin:0;font-size:1.1rem;font-weight:600;font-variant-numeric:tabular-nums}
.how{font-size:.85rem;font-weight:400;color:var(--quiet)}summary{cursor:pointer}.how p{margin:.25rem 0;overflow-wrap:anywhere}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.75rem;margin:1rem 0}
.card{background:var(--ground);border:1px solid var(--line);border-left:.3rem solid var(--plain);border-radius:.5rem;padding:.75rem .9rem}
.card.red{border-left-color:var(--red)}.card.amber{border-left-color:var(--amber)}.card.green{border-left-color:var(--green)}
.tone{margin:0;font-size:.85rem;font-weight:600}span.red{color:var(--red)}span.amber{color:var(--amber)}span.green{color:var(--green)}
.red .tone{color:var(--red)}.amber .tone{color:var(--amber)}.green .tone{color:var(--green)}
ul{margin:.4rem 0;padding-left:1.2rem}.table{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem}td:first-child{white-space:nowrap}caption{text-align:left;font-weight:600;padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}th{color:var(--quiet);font-weight:600}
figure{margin:1.5rem 0}figcaption{font-weight:600}figure svg{max-width:100%;height:auto;display:block;margin-top:.5rem}
.alt,.note,.sources{color:var(--quiet);font-size:.85rem}
blockquote{margin:1rem 0;padding-left:1rem;border-left:.25rem solid var(--line)}blockquote footer{color:var(--quiet);font-size:.85rem}
@media print{@page{size:A4;margin:16mm}*{print-color-adjust:exact}thead{display:table-header-group}figcaption,caption{break-after:avoid}
.table{overflow:visible}main{max-width:none;padding:0}
.card,.facts>div,figure,tr{break-inside:avoid}h2{break-after:avoid}.how{display:none}body{font-size:10pt}}
""".strip().replace("\n", "")

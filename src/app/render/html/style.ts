import { HEAT_STEPS } from './block-html.ts';

/*
 * The look of the page: colours of both themes as custom properties, then the parts. Contrast of every text colour on
 * every ground is at least 4.5. Print uses the light theme.
 */

const DARK = `--bg:#0A0D13;--s1:#10141C;--s2:#161B25;--s3:#1F2632;--line:#242B38;--line2:#3A4456;
--t1:#E9EDF4;--t2:#AAB4C4;--t3:#8490A3;--accent:#8AA4FF;--gain:#45C98B;--loss:#FF7A7A;--call:#2FC4B2;--put:#F27FA5;
--today:#F5B8FF;--expiry:#2E9FD6;--benign:#6EA8FE;--adverse:#F2B53C;--model:#B99AF8;--modelbg:#211A36;--gainbg:#10291F;
--warnbg:#2E2410;--band1:#19212E;--band2:#141A25;`;

const LIGHT = `--bg:#F5F6F8;--s1:#FFFFFF;--s2:#F2F4F7;--s3:#E8EBF0;--line:#E1E5EB;--line2:#C6CDD8;
--t1:#121722;--t2:#465063;--t3:#5E697B;--accent:#2F4BC7;--gain:#0B7347;--loss:#C02B2B;--call:#0A7568;--put:#B0305F;
--today:#7E0F8C;--expiry:#0E77AE;--benign:#1D62CC;--adverse:#8F5B00;--model:#6B3FD0;--modelbg:#F1ECFD;--gainbg:#E3F4EB;
--warnbg:#FFF3D9;--band1:#E9EEF7;--band2:#F3F6FB;`;

const FRAME = `*{box-sizing:border-box;margin:0}
html{color-scheme:light dark}
body{background:var(--bg);color:var(--t1);font:13px/20px Inter,system-ui,"Segoe UI",Roboto,sans-serif;
font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
code{font:12px/18px "JetBrains Mono",ui-monospace,Menlo,Consolas,monospace;white-space:pre;color:var(--t2)}
.top{display:flex;align-items:center;gap:12px;min-height:52px;padding:8px 24px;background:var(--s1);
border-bottom:1px solid var(--line)}
.top b{font-size:15px;letter-spacing:.2px}.top span{color:var(--t2)}.top .badge{margin-left:auto}
.strip{display:flex;flex-wrap:wrap;gap:4px 20px;padding:11px 24px;background:var(--s1);border-bottom:1px solid var(--line)}
.strip div{display:flex;gap:7px;white-space:nowrap}.strip dt{color:var(--t2);font-size:13px;line-height:20px}.strip dd{font-weight:600}
.strip .note{font-weight:400;color:var(--t2);font-size:13px;line-height:20px}
main{max-width:1320px;margin:0 auto;padding:22px 24px 8px}
h1{font-size:26px;line-height:34px;letter-spacing:-.4px;font-weight:600;text-wrap:balance}
.lead{font-size:14px;line-height:22px;color:var(--t2);max-width:110ch;margin-top:4px}
.banner{border-radius:8px;padding:9px 14px;margin-bottom:16px;font-weight:500}
.banner.simulated{color:#1B1300;background:repeating-linear-gradient(135deg,#F2B53C 0 12px,#E5A526 12px 24px)}
.banner.modelled{color:var(--t1);background:var(--modelbg);border:1px dashed var(--model)}
.cards{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:16px;margin-top:20px}
.stack{display:flex;flex-direction:column;gap:16px}.stack>.card:last-child{flex:1}
.w5{grid-column:span 5}.w7{grid-column:span 7}.w12{grid-column:span 12}
footer{display:flex;flex-wrap:wrap;justify-content:space-between;gap:8px 24px;max-width:1320px;margin:0 auto;
padding:12px 24px 28px;color:var(--t3);font-size:12px}
footer code{color:var(--t3);font-size:11px}`;

const CARD = `.card{background:var(--s1);border:1px solid var(--line);border-radius:10px;padding:11px 16px 14px;min-width:0}
.card>header{display:flex;align-items:center;gap:10px;margin-bottom:8px}
h2{font-size:13px;line-height:20px;font-weight:600}
.note,h2 .note{font-size:12px;font-weight:400;color:var(--t3)}
.card p{color:var(--t2);margin:2px 0 6px;overflow-wrap:break-word}
.card ul{padding-left:16px;color:var(--t2);margin:4px 0}
.badge{margin-left:auto;font-size:10px;line-height:14px;font-weight:600;letter-spacing:.4px;text-transform:uppercase;
white-space:nowrap;padding:1px 7px;border-radius:4px;border:1px solid}
.badge.real{color:var(--gain);background:var(--gainbg)}
.badge.modelled{color:var(--model);background:var(--modelbg);border-style:dashed}
.badge.simulated{color:#1B1300;border-color:#C98E17;background:repeating-linear-gradient(135deg,#F2B53C 0 6px,#E5A526 6px 12px)}
dl.figures{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));background:var(--s2);border-radius:8px;margin:6px 0 12px}
dl.figures div{padding:8px 12px}dl.figures div+div{border-left:1px solid var(--line)}
dl.figures dd:not(.note){font-size:20px;line-height:27px;font-weight:600}
dl.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(138px,1fr));gap:10px 16px;margin:6px 0 12px}
dt{font-size:11px;line-height:16px;color:var(--t2)}dd{font-weight:500;overflow-wrap:anywhere}
dd.note{font-size:11px;line-height:15px}
.t-gain{color:var(--gain)}.t-loss{color:var(--loss)}.t-warn{color:var(--adverse);font-weight:600}
.t-benign{color:var(--benign)}.t-adverse{color:var(--adverse)}.t-muted{color:var(--t3)}.t-strong{font-weight:600}
.card p.t-warn{color:var(--adverse)}`;

const TABLE = `.scroll{overflow-x:auto;margin:4px -4px 0;padding:0 4px}.scroll+.scroll,p+.scroll,dl+.scroll{margin-top:10px}
table{border-collapse:collapse;width:100%;font-size:12px;line-height:18px}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th{font-weight:400;color:var(--t2);font-size:11px;text-align:left;padding:3px 6px;border-bottom:1px solid var(--line2);
white-space:nowrap;vertical-align:bottom}
td{padding:4px 6px;border-top:1px solid var(--line);vertical-align:top}
tbody tr:first-child td,tr.more td{border-top:0}tr.more td{padding-top:0}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
.r{text-align:right}.nw{white-space:nowrap}td.picture{vertical-align:top;padding-top:8px}
td small{display:block;font-size:11px;line-height:15px;font-weight:400;color:var(--t3);white-space:normal}td small.slim{display:none}
svg.bar{display:block;overflow:visible}`;

const CHART = `figure{margin:0}figcaption{color:var(--t2);margin:4px 0}
svg.chart,svg.scorebar,svg.spark{display:block;width:100%;height:auto;overflow:visible}svg.narrow{display:none}
svg.scorebar{max-width:340px;margin:2px 0 8px}
svg text{font-size:11px;fill:var(--t2)}svg text.strong{fill:var(--t1);font-weight:600}
svg text.put{fill:var(--put);font-weight:600}svg text.call{fill:var(--call);font-weight:600}
svg text.stamp{font-size:38px;font-weight:700;fill:var(--line2);letter-spacing:6px}
.line{fill:none;stroke-linejoin:round;stroke-linecap:round;stroke-width:2}
.s-today{stroke:var(--today);stroke-width:2.25}.s-expiry{stroke:var(--expiry)}.s-vx{stroke:var(--benign);stroke-width:2.5}
.s-fit{stroke:var(--t1);stroke-width:1.5}.s-before{stroke:var(--t2);stroke-width:1.5;stroke-dasharray:7 4}
.s-bare{stroke:var(--t3);stroke-width:1.5;stroke-dasharray:2 4}.s-spark{stroke:var(--benign);stroke-width:1.5}
.rule{stroke:var(--line)}.zero{stroke:var(--t3);stroke-width:1.25}.spot{stroke:var(--t1);stroke-width:1.25;stroke-dasharray:4 3}
.area.f-gain{opacity:.2}.area.f-loss{opacity:.1}.f-gain{fill:var(--gain)}.f-loss{fill:var(--loss)}
.f-core{fill:var(--loss);opacity:.55}.f-hedge{fill:var(--model)}.f-net{fill:var(--accent)}.f-warn{fill:var(--adverse)}
.f-benign{fill:var(--benign)}.f-adverse{fill:var(--adverse)}.track{fill:var(--s3)}
.band1{fill:var(--band1)}.band2{fill:var(--band2)}.even{stroke:var(--t1);stroke-width:1.5}
.short.put,.quote.put{fill:var(--put)}.short.call,.quote.call{fill:var(--call)}.quote{opacity:.85}
.long{fill:var(--s1);stroke-width:1.25}.long.put,.leg.put{stroke:var(--put)}.long.call,.leg.call{stroke:var(--call)}
.leg{stroke-width:2.5}.leg.long{stroke-width:1.5;stroke-dasharray:2 2}
.ruler{stroke-width:4}.ruler.gain{stroke:var(--gain)}.ruler.loss{stroke:var(--loss)}.spx{fill:var(--t1);stroke:var(--s1);stroke-width:1.5}
.dot{fill:var(--benign)}.ring{fill:var(--s1);stroke:var(--benign);stroke-width:2}.cm{fill:var(--adverse);stroke:var(--s1)}
.residual{fill:var(--t3)}
.legend{display:flex;flex-wrap:wrap;gap:2px 16px;list-style:none;padding:0!important;font-size:12px}
.legend li{display:flex;align-items:center;gap:6px}.key{width:18px;height:0;border-top:2.5px solid}
.key.s-today{border-color:var(--today)}.key.s-expiry{border-color:var(--expiry)}.key.s-vx{border-color:var(--benign)}
.key.s-fit{border-color:var(--t1)}.key.s-before{border-top:1.5px dashed var(--t2)}.key.s-bare{border-top:1.5px dotted var(--t3)}
.key[class*=k-]{width:9px;height:9px;border:0;border-radius:50%}.key.k-band{background:var(--band1);border:1px solid var(--line2);border-radius:2px}
.key.k-put{background:var(--put)}.key.k-call{background:var(--call)}.key.k-dot{background:var(--benign)}
.key.k-cm{background:var(--adverse);border-radius:0;transform:rotate(45deg) scale(.8)}.key.k-residual{background:var(--t3);border-radius:1px;width:4px}
details{margin-top:4px}summary{color:var(--accent);font-size:12px;cursor:pointer}details .scroll{max-height:260px;overflow:auto}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
ul.sparks{display:grid;grid-template-columns:repeat(auto-fill,minmax(170px,1fr));gap:14px 24px;list-style:none;padding:0}
.sparks p{margin:0}.sparks strong{float:right;color:var(--t1)}.sparks p.note{font-size:11px;line-height:15px}`;

/** A half tint at most: text on it keeps a contrast of 4.5 in both themes. */
const STRONGEST_TINT = 50;

const tints = (side: 'gain' | 'loss'): string =>
  Array.from({ length: HEAT_STEPS }, (_, i) => {
    const share = ((i + 1) * STRONGEST_TINT) / HEAT_STEPS;
    return `td.h-${side}${i + 1}{background:color-mix(in srgb,var(--${side}) ${share}%,var(--s2))}`;
  }).join('\n');

const HEAT = `td.h{background:var(--s2);border:1px solid var(--s1);border-radius:3px;padding:3px 5px!important;color:var(--t1)}
.c-map table{border-collapse:separate;border-spacing:0}.c-map td,.c-map th{padding:3px 5px}.c-map td:not(.h){border-top:0}
${tints('gain')}
${tints('loss')}
td.h-now{outline:2px solid var(--t1);outline-offset:-2px}td.h-shown{outline:2px solid var(--accent);outline-offset:-2px}
td.h-likely{outline:1.5px dashed var(--t2);outline-offset:-2px}
.key.k-now{width:11px;height:11px;border:2px solid var(--t1);border-radius:3px}
.key.k-shown{width:11px;height:11px;border:2px solid var(--accent);border-radius:3px}
.key.k-likely{width:11px;height:11px;border:1.5px dashed var(--t2);border-radius:3px}`;

const WIDTHS = `@media(max-width:1023px){.w5,.w7{grid-column:span 12}}
@media(max-width:599px){main{padding:16px 14px 8px}.top,.strip,footer{padding-left:14px;padding-right:14px}
h1{font-size:21px;line-height:27px}.cards{gap:12px}.stack{gap:12px}.card{padding:11px 12px 12px}
.minor{display:none}td small.slim{display:block}svg.wide{display:none}svg.narrow{display:block}
.top span.long{display:none}
dl.facts{grid-template-columns:repeat(2,minmax(0,1fr))}dl.figures div{padding:8px}dl.figures dd:not(.note){font-size:17px;line-height:24px}
ul.sparks{grid-template-columns:repeat(2,minmax(0,1fr));gap:12px 14px}}`;

/** The whole style sheet. */
export const STYLE = [
  `:root{${LIGHT}}`,
  `@media(prefers-color-scheme:dark){:root{${DARK}}}`,
  `@media print{:root{${LIGHT}}.scroll{overflow:visible}details{display:none}.card{break-inside:avoid}}`,
  FRAME,
  CARD,
  TABLE,
  CHART,
  HEAT,
  WIDTHS,
]
  .join('\n')
  .replace(/\n/g, '');

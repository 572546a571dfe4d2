import { fitSvi } from './src/quant/svi-fit.ts';
import { sviTotalVariance, durrleman } from './src/quant/svi.ts';
import { leastDurrleman } from './src/quant/svi-butterfly.ts';
import { impliedVol } from './src/quant/implied-vol.ts';
import { parse } from 'csv-parse/sync';
import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
// exact recovery
for (const p of [{a:0.0005,b:0.02,rho:-0.6,m:0.01,sigma:0.03},{a:-0.041,b:0.1331,rho:0.306,m:0.3586,sigma:0.4153},{a:.04,b:.4,rho:-.4,m:.1,sigma:.1}]){
 for (const R of [0.1,1]){
 const pts=Array.from({length:60},(_,i)=>{const k=-R+1.5*R*i/59;return {k,totalVariance:sviTotalVariance(p,k),weight:1};});
 const t=performance.now();let f=fitSvi(pts);for(let i=0;i<20;i++)f=fitSvi(pts); if(f.ok)console.log(R,f.value,leastDurrleman(p,-R,R/2),leastDurrleman(f.value.params,-R,.5*R,2000),(performance.now()-t)/21);
}}
const dir='../shared/data/options/spx_2019_cboe_delayed/';
const out:any[]=[]; let tt=0,nfit=0;
for(const f of readdirSync(dir).filter(x=>x.endsWith('.gz')).filter((_,i)=>i%6===2)){
 const rows=parse(gunzipSync(readFileSync(dir+f)),{columns:true}) as Record<string,string>[];
 const by=new Map<string,Map<number,any>>();
 for(const r of rows){const root=r.optionroot!.startsWith('SPXW')?'SPXW':'SPX';const key=root+' '+r.expiration; const m=by.get(key)??by.set(key,new Map()).get(key)!; const k=+r.strike!; const e=m.get(k)??{}; e[r.type!]={bid:+r.bid!,ask:+r.ask!}; m.set(k,e);}
 for(const [key,m] of by){
  const q=rows[0]!.quotedate!; const T=(Date.parse(key.split(' ')[1]!)-Date.parse(q))/86400000/365+ (key.startsWith('SPXW')?0:-0.27/365); if(!(T>0.5/365)) continue;
  const S=+rows[0]!.underlying_last!;
  const near=[...m].filter(([k,e])=>Math.abs(k/S-1)<0.05&&e.call?.bid>0&&e.put?.bid>0).map(([k,e])=>({k,c:(e.call.bid+e.call.ask)/2,p:(e.put.bid+e.put.ask)/2}));
  if(near.length<5) continue;
  // OLS C-P = D(F-K)
  const mk=near.reduce((a,x)=>a+x.k,0)/near.length,my=near.reduce((a,x)=>a+x.c-x.p,0)/near.length;
  let D=-near.reduce((a,x)=>a+(x.k-mk)*(x.c-x.p-my),0)/near.reduce((a,x)=>a+(x.k-mk)**2,0); if(!(D>0.9&&D<1.01))D=Math.exp(-.024*T); const F=mk+my/D;
  const pts:any[]=[];
  for(const [k,e] of m){const o=k<F?e.put:e.call; if(!o||!(o.bid>0)||!(o.ask>o.bid))continue; const mid=(o.bid+o.ask)/2; const right=k<F?'put':'call';
   const g=(p:number)=>impliedVol({right,premium:p,forward:F,strike:k,expiry:T,discount:D});
   const v=g(mid),a=g(o.ask),b=g(o.bid); if(!v.ok||!a.ok||!b.ok||v.value===0)continue; const spread=a.value-b.value; const sw=2*v.value*T*Math.max(spread/2,0.0005);
   pts.push({k:Math.log(k/F),totalVariance:v.value**2*T,weight:1/sw**2,vol:v.value,spread});}
  if(pts.length<10)continue;
  const t=performance.now(); const fit=fitSvi(pts); tt+=performance.now()-t;nfit++;
  if(!fit.ok)continue; const P=fit.value.params;
  const res=pts.map(p=>Math.sqrt(Math.max(sviTotalVariance(P,p.k),0)/T)-p.vol);
  const rm=Math.sqrt(res.reduce((a,r)=>a+r*r,0)/res.length); const inSp=res.filter((r,i)=>Math.abs(r)<=pts[i].spread/2).length/res.length;
  const wr=Math.sqrt(res.reduce((a,r,i)=>a+(r/Math.max(pts[i].spread/2,5e-4))**2,0)/res.length);
  const lo=Math.min(...pts.map(p=>p.k)),hi=Math.max(...pts.map(p=>p.k));
  out.push({f:f.slice(4,12),key,dte:Math.round(T*365),n:pts.length,rm:rm*100,wr,inSp,g:leastDurrleman(P,lo,hi,1000),gi:0,rho:P.rho,sig:P.sigma,m:P.m,b:P.b,a:P.a});
 }}
const bk=(l:number,h:number)=>{const s=out.filter(o=>o.dte>=l&&o.dte<h);const md=(k:string)=>s.map(o=>o[k]).sort((a,b)=>a-b);const q=(k:string,p:number)=>md(k)[Math.floor(p*(s.length-1))]?.toFixed(3);console.log(l,h,s.length,'rmse volpts med/90/max',q('rm',.5),q('rm',.9),q('rm',1),'wr',q('wr',.5),q('wr',.9),'inSpread',q('inSp',.1),q('inSp',.5),'g min',q('g',0));};
bk(0,3);bk(3,8);bk(8,20);bk(20,45);bk(45,120);bk(120,2000); console.log(nfit,tt/nfit,'ms');
console.log(out.filter(o=>o.wr>5).slice(0,8));
if(process.argv[2]) console.log(out.filter(o=>o.dte<=8).slice(0,12));

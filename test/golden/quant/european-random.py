# Reference for the European kernels on a random SPX-like book; mpmath at 50 digits.
import random, json, mpmath as mp
mp.mp.dps = 50
rng = random.Random(20261120)
N = lambda x: mp.ncdf(x)
n = lambda x: mp.npdf(x)
rows=[]
for i in range(240):
    right = 'C' if rng.random()<.5 else 'P'
    S = round(rng.uniform(3000,7000),2)
    T = rng.choice([rng.uniform(1,60)/365, rng.uniform(.1,3), rng.uniform(0.01,0.2)])
    vol = round(rng.uniform(.06,.9),4)
    K = round(S*pow(2.718281828, rng.uniform(-4,4)*vol*T**.5)/5)*5 or 5
    r = round(rng.uniform(-.01,.06),4); q = round(rng.uniform(-.01,.04),4)
    T=float(repr(T)); 
    s,k,t,v,rr,qq=[mp.mpf(x) for x in (S,K,T,vol,r,q)]
    sd=v*mp.sqrt(t); d1=(mp.log(s/k)+(rr-qq)*t)/sd+sd/2; d2=d1-sd; w=1 if right=='C' else -1
    A=mp.e**(-qq*t); D=mp.e**(-rr*t)
    price=w*(s*A*N(w*d1)-k*D*N(w*d2))
    delta=w*A*N(w*d1); gamma=A*n(d1)/(s*sd); vega=s*A*n(d1)*mp.sqrt(t)
    theta=-s*A*n(d1)*v/(2*mp.sqrt(t))+w*(qq*s*A*N(w*d1)-rr*k*D*N(w*d2)); rho=w*t*k*D*N(w*d2)
    vanna=-A*n(d1)*d2/v; volga=vega*d1*d2/v
    charm=qq*delta-A*n(d1)*((rr-qq)/sd-d2/(2*t))
    rows.append([right,S,K,repr(T),vol,r,q]+[mp.nstr(x,20) for x in (price,delta,gamma,vega,theta,rho,vanna,volga,charm)])
print('type,S,K,T,sigma,r,q,price,delta,gamma,vega,theta,rho,vanna,volga,charm')
for r in rows: print(','.join(str(x) for x in r))

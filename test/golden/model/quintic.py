# Reference values of the two published quintic Ornstein-Uhlenbeck models; numpy and scipy, about a minute.
# Other algorithms than the project's, so that an error would have to be made twice:
#   VIX    E[p(H + s G)^2] by 40-point quadrature, averaged over the window by 200 Gauss-Legendre nodes, sampled over the
#          eigenvectors of the factors' covariance, then the pay-off summed on a dense uniform grid of normal deviates;
#   SPX    no simulation: the characteristic function of ln S by finite differences in the factor (one complex PDE per
#          frequency, the transform on the line Im = -1/2), then Lewis's integral;
#   vol    Black's formula from scipy.stats.norm, inverted by brentq.
import json
import numpy as np
from numpy.polynomial import chebyshev, hermite_e, legendre
from scipy.linalg import solve_banded
from scipy.optimize import brentq
from scipy.stats import norm

XI0, WINDOW = 0.03, 30 / 360
hx, hw = hermite_e.hermegauss(40)
hw = hw / hw.sum()
lx, lw = legendre.leggauss(200)


def quintic(a, z):
    return np.polyval(a[::-1], z)


def one_factor(a, rho, H, eps=1 / 52):
    return dict(a=a, rho=rho, w=np.array([eps ** (H - 0.5)]), k=np.array([(0.5 - H) / eps]))


def two_factor(lam_x, lam_y, theta, rho, a):
    return dict(a=a, rho=rho, w=np.array([theta, 1 - theta]), k=np.array([lam_x, lam_y]))


def covariance(m, t):
    ks = m['k'][:, None] + m['k'][None, :]
    return (1 - np.exp(-ks * t)) / ks


def vix2(m, T, states):
    """VIX^2 at T for states (n, factors), by brute force."""
    out = np.zeros(len(states))
    for x, wt in zip(lx, lw):
        tau = WINDOW * (x + 1) / 2
        g = np.sum(hw * quintic(m['a'], np.sqrt(m['w'] @ covariance(m, T + tau) @ m['w']) * hx) ** 2)
        s = np.sqrt(m['w'] @ covariance(m, tau) @ m['w'])
        H = states @ (m['w'] * np.exp(-m['k'] * tau))
        out += wt / 2 * XI0 / g * (quintic(m['a'], H[:, None] + s * hx) ** 2 @ hw)
    return 1e4 * out


def vix_law(m, T):
    """Values and chances on a uniform grid of the normal deviates along the principal axes, +-11."""
    lam, V = np.linalg.eigh(covariance(m, T))
    L = V * np.sqrt(lam)
    nodes = 11 * np.cos(np.pi * (np.arange(11) + 0.5) / 11)  # degree 10 along every axis: 11 points are exact
    if len(lam) == 1:
        c = chebyshev.chebfit(nodes / 11, vix2(m, T, nodes[:, None] * L[0, 0]), 10)
        z = np.linspace(-11, 11, 2_000_001)
        p = norm.pdf(z)
        return np.sqrt(chebyshev.chebval(z / 11, c)), p / p.sum()
    g = np.array([(u, v) for u in nodes for v in nodes])
    values = vix2(m, T, g @ L.T).reshape(11, 11)
    V11 = chebyshev.chebvander(nodes / 11, 10)
    inv = np.linalg.inv(V11)
    c = inv @ values @ inv.T
    z1, z2 = np.linspace(-11, 11, 1201), np.linspace(-11, 11, 12001)  # the main axis is the last of eigh
    grid = chebyshev.chebvander(z1 / 11, 10) @ c @ chebyshev.chebvander(z2 / 11, 10).T
    p = np.outer(norm.pdf(z1), norm.pdf(z2))
    return np.sqrt(grid), p / p.sum()


def black(F, K, s):
    d = np.log(F / K) / s + s / 2
    call = F * norm.cdf(d) - K * norm.cdf(d - s)
    return call if K >= F else call - F + K


def implied(F, K, T, premium):
    return brentq(lambda v: black(F, K, v * np.sqrt(T)) - premium, 1e-4, 20, xtol=1e-14)


def vix_row(m, T, shares):
    v, p = vix_law(m, T)
    F = float((v * p).sum())
    ivs = []
    for share in shares:
        K = share * F
        premium = float((np.maximum(v - K if K >= F else K - v, 0) * p).sum())
        ivs.append(implied(F, K, T, premium))
    return dict(years=T, future=round(F, 8), strikeShares=shares, vols=[round(v, 8) for v in ivs])


def transform(m, T, u, steps, points, reach):
    """E exp((1/2 + i u) ln S_T), all u at once, S_0 = 1: Crank-Nicolson after four implicit half steps, centred in x."""
    k, eta, rho = m['k'][0], m['w'][0], m['rho']
    sd = np.sqrt((1 - np.exp(-2 * k * T)) / (2 * k)) * eta
    x = np.linspace(-reach * sd, reach * sd, points)
    h = x[1] - x[0]
    p = quintic(m['a'], x)
    times = np.concatenate(([0, .5, 1, 1.5, 2], np.arange(3, steps + 1))) * T / steps  # to maturity
    out = []
    for uu in u:
        f = np.ones(points, complex)
        for j in range(len(times) - 1):
            dt = times[j + 1] - times[j]
            mid = T - (times[j] + times[j + 1]) / 2
            g = np.sum(hw * quintic(m['a'], eta * np.sqrt((1 - np.exp(-2 * k * mid)) / (2 * k)) * hx) ** 2)
            sigma = np.sqrt(XI0 / g) * p
            drift = -k * x + (0.5 + 1j * uu) * rho * eta * sigma
            kill = 0.5 * (uu * uu + 0.25) * sigma ** 2
            lo, up = eta ** 2 / (2 * h * h) - drift / (2 * h), eta ** 2 / (2 * h * h) + drift / (2 * h)
            di = -eta ** 2 / h ** 2 - kill
            implicit = 1.0 if j < 4 else 0.5
            rhs = f.copy()
            if j >= 4:
                rhs[1:-1] += 0.5 * dt * (lo[1:-1] * f[:-2] + di[1:-1] * f[1:-1] + up[1:-1] * f[2:])
            ab = np.zeros((3, points), complex)
            ab[1] = 1
            ab[1, 1:-1] -= implicit * dt * di[1:-1]
            ab[0, 2:] = -implicit * dt * up[1:-1]
            ab[2, :-2] = -implicit * dt * lo[1:-1]
            rhs[0] = rhs[-1] = 0  # the variance is so large there that nothing is left
            f = solve_banded((1, 1), ab, rhs)
        out.append(f[points // 2])
    return np.array(out)


def spx_row(m, T, log_strikes, steps=400, points=1601, reach=6.0, order=16):
    # panels that double: the integrand has poles at u = +-i/2 and lives out to u of several hundred
    edges = np.concatenate(([0], 2.0 ** np.arange(-2, 11)))
    x, w = legendre.leggauss(order)
    half = np.diff(edges)[:, None] / 2
    u, w = ((edges[:-1, None] + half * (x + 1)).ravel(), (half * w).ravel())
    phi = transform(m, T, u, steps, points, reach)
    ivs = []
    for lk in log_strikes:
        K = np.exp(lk)
        call = 1 - np.sqrt(K) / np.pi * np.sum(w * (np.exp(-1j * u * lk) * phi).real / (u * u + 0.25))
        ivs.append(implied(1.0, K, T, float(call if K >= 1 else call - 1 + K)))
    return dict(years=T, logStrikes=log_strikes, vols=[round(v, 6) for v in ivs])


if __name__ == '__main__':
    term = two_factor(33.754, 2.027, 0.678, -0.588, np.array([0.0025, 0.009, -0.0594, -0.0328, 0.3239, 1]))
    joint = one_factor(np.array([0.5907, 1, 0, 0.2893, 0, 0.0549]), -0.6843, -0.0358)
    tables = {
        'twoFactorVix': [vix_row(term, T, [1, 1.5, 2]) for T in (1 / 52, 1 / 12, 0.25, 0.5)],
        'oneFactorVix': [vix_row(joint, T, [0.9, 1, 1.5, 2]) for T in (7 / 365, 1 / 12, 0.25)],
        'oneFactorSpx': [spx_row(joint, 1 / 12, [-0.2, -0.1, -0.05, 0, 0.025, 0.05])],
    }
    lines = [f'  "{name}": [\n    ' + ',\n    '.join(map(json.dumps, rows)) + '\n  ]' for name, rows in tables.items()]
    print('{\n' + ',\n'.join(lines) + '\n}')

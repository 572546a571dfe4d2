/**
 * The `account.toml` that `alvh init` writes, and what is assumed before there is one. Fees: methodology 4.3, sources
 * named there; they are a retail broker's of 2025 and meant to be replaced by your own.
 */
export const ACCOUNT_TEMPLATE = `# Your account, as alvh sees it. Edit it freely; "alvh init --force" writes it anew.
# Unknown keys are errors. Dollars are written as plain numbers: 250000, not "$250,000".

[account]
# Net asset value in US dollars: every cap of the plan is a share of it. Inclusive range 1000 to 1e10.
nav = 250000
# Cash in US dollars. Leave it out and it is NAV less what the imported positions cost.
# cash = 250000
# "reg-t": strategy margin, or "portfolio": worst of ten index moves; the limits of the plan use reg-t either way.
margin = "reg-t"
# Unequal-winged condors: "widest-wing" charges the wider wing once (Cboe, tastytrade);
# "equal-width-only" charges both wings as two spreads (Interactive Brokers).
marginConvention = "widest-wing"

# What one contract costs to trade, each way, in US dollars. Each block holds from its date on; the first also before.

[[fees]]
from = "2000-01-01"
optionCommission = 0.65 # broker, per option. Assumed; set your own.
futureCommission = 1.00 # broker, per VX or VXM future. Assumed; set your own.
spxExchange = 0.65      # SPX and SPXW index fee passed through by a retail broker (tastytrade).
spxExchangeSmall = 0.65 # the same for premiums below smallPremium; Cboe's own customer fee is 0.45 and 0.36 there.
smallPremium = 1.00     # index points; below it spxExchangeSmall is charged, at it spxExchange.
xspExchange = 0.04      # XSP, fewer than xspLargeLot contracts a leg.
xspExchangeLarge = 0.07 # XSP, from xspLargeLot contracts a leg on.
xspLargeLot = 10        # contracts.
spyExchange = 0.00      # SPY; the plan never trades it.
vixExchange = 0.65      # VIX options, passed through.
vxExchange = 1.51       # VX future, CFE customer fee.
vxmExchange = 0.20      # VXM future, CFE customer fee.
clearing = 0.02         # OCC, per option, until 2025-02-13.
regulatory = 0.03       # options regulatory fee; 0.02815 on 2025-03-03, and changing.

[[fees]]
from = "2025-02-14"
optionCommission = 0.65 # as above.
futureCommission = 1.00 # as above.
spxExchange = 0.65      # as above.
spxExchangeSmall = 0.65 # as above.
smallPremium = 1.00     # as above.
xspExchange = 0.04      # as above.
xspExchangeLarge = 0.07 # as above.
xspLargeLot = 10        # as above.
spyExchange = 0.00      # as above.
vixExchange = 0.65      # as above.
vxExchange = 1.51       # as above.
vxmExchange = 0.20      # as above.
clearing = 0.025        # OCC, per option, from 2025-02-14 (SEC notice 90 FR 10544).
regulatory = 0.03       # as above. All in: $1.355 for one SPXW option, $5.42 for the four of a condor.
`;

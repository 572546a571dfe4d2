import fc from 'fast-check';

// Property tests look somewhere new at every run of a developer, and at the same cases in CI. A failure prints its seed.
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 20_261_120 });

import { expect, it } from 'vitest';
import { schemeOf, schemesFor } from './accuracy.ts';

const plain = { r: 0.04, q: 0.01, sigma: 0.2, T: 0.5 };

it('is worked out once', () => {
  expect(schemeOf('fast')).toBe(schemeOf('fast'));
});

it('tries what is asked for first, and the others after it', () => {
  for (const accuracy of ['fast', 'accurate', 'precise'] as const) {
    const schemes = schemesFor(accuracy, plain);
    expect(schemes[0]).toBe(schemeOf(accuracy));
    expect(new Set(schemes).size).toBe(3);
  }
});

it('takes more nodes where few would not do', () => {
  expect(schemesFor('fast', { ...plain, sigma: 0.01 })[0]).toBe(schemeOf('accurate')); // drift
  expect(schemesFor('fast', { ...plain, sigma: 1.2 })[0]).toBe(schemeOf('accurate')); // total vol
  expect(schemesFor('fast', { ...plain, r: -0.01, q: -0.02 })[0]).toBe(schemeOf('accurate')); // two boundaries
  expect(schemesFor('accurate', { ...plain, sigma: 3 })[0]).toBe(schemeOf('precise'));
});

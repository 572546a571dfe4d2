import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataHome } from './home.ts';

describe('where the data lives', () => {
  const env = { ALVH_HOME: '/data/own', XDG_DATA_HOME: '/data/xdg', HOME: '/home/ann' };
  it.each([
    ['the flag before all', { flag: '/data/flag', env }, '/data/flag'],
    ['a relative flag from the current folder', { flag: 'lake', env }, resolve('lake')],
    ['ALVH_HOME before XDG', { env }, '/data/own'],
    ['XDG_DATA_HOME before HOME', { env: { ...env, ALVH_HOME: '' } }, '/data/xdg/alvh'],
    [
      'a relative XDG_DATA_HOME not at all',
      { env: { XDG_DATA_HOME: 'x', HOME: '/home/ann' } },
      '/home/ann/.local/share/alvh',
    ],
    ['the XDG default last', { env: { HOME: '/home/ann' } }, '/home/ann/.local/share/alvh'],
  ])('takes %s', (_, choice, expected) => {
    expect(dataHome(choice)).toBe(expected);
  });
});

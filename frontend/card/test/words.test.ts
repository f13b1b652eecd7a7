import { describe, expect, it } from 'vitest';
import { initials } from '../src/logic/names';
import { say } from '../src/words';

describe('say', () => {
  it('puts values into a text', () => {
    expect(say('state.no_legs', { hours: 6 })).toBe('Not seen in the last 6 hours.');
  });

  it('does not hide that a text is missing', () => {
    expect(() => say('state.nothing')).toThrow(/no text called state\.nothing/);
  });
});

describe('initials', () => {
  it.each([
    ['Anna', 'An'],
    ['Anna Maria Berg', 'AB'],
    ['Person 47', '47'],
    ['', ''],
  ])('of %s', (label, letters) => {
    expect(initials(label)).toBe(letters);
  });
});

import { describe, expect, it } from 'vitest';
import { isCutOff } from '../../src/core/offline';
import type { SiteStore } from '../../src/core/site';

const site = (gate: string, live: boolean, heard_ms: number): SiteStore =>
  ({ state: { gate, live, heard_ms } }) as unknown as SiteStore;

describe('being cut off', () => {
  it('begins some seconds after the connection went, and only inside', () => {
    expect(isCutOff(site('open', false, 0), 5000)).toBe(true);
    expect(isCutOff(site('open', false, 0), 3000)).toBe(false);
    expect(isCutOff(site('open', true, 0), 99_000)).toBe(false);
    expect(isCutOff(site('locked', false, 0), 99_000)).toBe(false);
  });
});

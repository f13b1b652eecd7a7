import { describe, expect, it, vi } from 'vitest';
import { assign, rename, search } from '../src/data/actions';
import { zoneOf } from '../src/ha';
import type { Hass } from '../src/ha';
import { colourOf } from '../src/logic/colours';

const callService = vi.fn(async () => ({ response: { search_id: 's', candidates: [] } }));
const hass = { callService } as unknown as Hass;

describe('what can be done from the card', () => {
  it('is one call of an action each', async () => {
    expect(await search(hass, 'e')).toEqual({ search_id: 's', candidates: [] });
    await rename(hass, 'anna', 'Anna');
    await assign(hass, 'frigate:1', 'anna');
    await assign(hass, 'frigate:1', null);
    expect(callService.mock.calls).toEqual([
      ['frigate_reid', 'search', { event_id: 'e' }, undefined, false, true],
      ['frigate_reid', 'rename_person', { person: 'anna', name: 'Anna' }, undefined, false],
      [
        'frigate_reid',
        'assign_sighting',
        { sighting_id: 'frigate:1', person: 'anna' },
        undefined,
        false,
      ],
      ['frigate_reid', 'assign_sighting', { sighting_id: 'frigate:1' }, undefined, false],
    ]);
  });
});

describe('colours', () => {
  it('begin again after the last', () => {
    expect(colourOf(0)).toBe('var(--blue-color, #2196f3)');
    expect(colourOf(8)).toBe(colourOf(0));
    expect(new Set([0, 1, 2, 3, 4, 5, 6, 7].map(colourOf)).size).toBe(8);
  });
});

describe('the zone', () => {
  const at = (time_zone?: 'local' | 'server'): Hass =>
    ({ locale: { language: 'en', time_zone }, config: { time_zone: 'Europe/Oslo' } }) as Hass;

  it('is that of the house, unless the user wants their own', () => {
    expect(zoneOf(at())).toBe('Europe/Oslo');
    expect(zoneOf(at('server'))).toBe('Europe/Oslo');
    expect(zoneOf(at('local'))).toBeUndefined();
  });
});

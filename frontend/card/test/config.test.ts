import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config';

const type = 'custom:frigate-reid-route-card';

describe('readConfig', () => {
  it('fills in what is left out', () => {
    expect(readConfig({ type })).toMatchObject({
      people: [],
      mode: 'route',
      floor: 'auto',
      hours: 24,
      show: { scrubber: true, legs: 5, unsure: 'dashed', cameras: true },
      tap_action: { action: 'clip' },
      hold_action: { action: 'open-app' },
    });
  });

  it('keeps what is given, also within show', () => {
    const config = readConfig({ type, hours: 6, show: { legs: 2 }, people: 'sensor.anna' });
    expect(config.hours).toBe(6);
    expect(config.people).toEqual(['sensor.anna']);
    expect(config.show).toEqual({ scrubber: true, legs: 2, unsure: 'dashed', cameras: true });
  });

  it.each([
    [{ person: 'sensor.anna' }, /Unknown in the card: person\. Known are/],
    [{ show: { leg: 3 } }, /Unknown in show: leg\./],
    [{ tap_action: { action: 'open' } }, /tap_action\.action must be one of clip, picture/],
    [{ mode: 'map' }, /mode must be one of route, live, strip/],
    [{ hours: 0 }, /hours must be a number from 1 to 168/],
    [{ hours: 'a day' }, /hours must be a number/],
    [{ people: ['Anna'] }, /"Anna" is no entity/],
    [{ show: 5 }, /show must hold settings by name/],
  ])('names what is wrong in %j', (given, message) => {
    expect(() => readConfig({ type, ...given })).toThrow(message);
  });

  it('leaves keys of Home Assistant alone', () => {
    expect(() => readConfig({ type, grid_options: { rows: 4 }, visibility: [] })).not.toThrow();
  });
});

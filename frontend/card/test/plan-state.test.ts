import { describe, expect, it } from 'vitest';
import { appPath } from '../src/ha';
import type { Hass } from '../src/ha';
import { missingOf } from '../src/logic/plan-state';

const floor = { id: 'f', name: 'Ground', level: 0, width: 10, height: 10 };
const place = { floor_id: 'f', x: 0, y: 0, heading_deg: null, view_deg: null, range_units: null };
const gate = { name: 'gate', placement: null, suggested: null };

describe('what a plan lacks', () => {
  it.each([
    [undefined, null],
    [null, 'no_plan'],
    [{ floors: [], cameras: [gate] }, 'no_plan'],
    [{ floors: [floor], cameras: [gate] }, 'no_camera'],
    [{ floors: [floor], cameras: [gate, { ...gate, placement: place }] }, null],
  ])('of %j is %s', (plan, missing) => {
    expect(missingOf(plan === undefined ? undefined : { plan, pictures: {} })).toBe(missing);
  });
});

describe('the page of the app', () => {
  const hass = (panels: object): Hass => ({ panels }) as Hass;

  it('is that of the panel with the slug of the app', () => {
    const panels = {
      map: { url_path: 'map', config: null },
      app: { url_path: 'ab_frigate_reid', config: { addon: 'ab_frigate_reid' } },
    };
    expect(appPath(hass(panels))).toBe('/ab_frigate_reid');
  });

  it('is none where the service runs elsewhere', () => {
    expect(appPath(hass({ map: { url_path: 'map' } }))).toBeNull();
  });
});

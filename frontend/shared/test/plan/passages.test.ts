import { describe, expect, it } from 'vitest';
import type { Floor, Passage, Placement } from '../../src/api/models';
import { crossingsOf } from '../../src/plan/passages';
import { layoutRoute } from '../../src/plan/route-layout';

const floor = (id: string): Floor => ({
  id,
  name: id.toUpperCase(),
  level: 0,
  width: 100,
  height: 100,
  has_picture: false,
  metres_per_unit: null,
  north_deg: null,
});
const at = (camera: string, floor_id: string, x: number): Placement => ({
  camera,
  frigate_instance: 'frigate',
  floor_id,
  x,
  y: 0,
  heading_deg: 0,
  view_deg: 90,
  range_units: 10,
});
const joined = (kind: Passage['kind'], a: string, b: string, x: number): Passage => ({
  id: `${a}${b}${x}`,
  kind,
  ends: [
    { floor_id: a, x, y: 0 },
    { floor_id: b, x: x + 1, y: 0 },
  ],
});
const PLAN = {
  floors: ['a', 'b', 'c'].map(floor),
  placements: [at('hall', 'a', 10), at('shed', 'a', 90), at('attic', 'b', 50), at('roof', 'c', 50)],
  passages: [
    joined('stairs', 'a', 'b', 20),
    joined('door', 'b', 'a', 80),
    joined('lift', 'b', 'c', 60),
  ],
};
const leg = (camera: string, start_s: number) => ({
  sighting_id: `${camera}${start_s}`,
  camera,
  start_s,
  end_s: start_s + 5,
  certainty: 'likely' as const,
});

describe('a route over several floors', () => {
  const legs = [leg('hall', 0), leg('attic', 10), leg('shed', 20), leg('roof', 30)];

  it('leaves by the nearest door, and comes back by the one nearest to where it goes', () => {
    expect(crossingsOf(PLAN, 'a', legs)).toEqual([
      { index: 0, at: { x: 20, y: 0 }, kind: 'stairs', floor: 'B' },
      { index: 1, at: { x: 81, y: 0 }, kind: 'door', floor: 'B' },
      { index: 2, at: { x: 81, y: 0 }, kind: 'door', floor: 'B' },
    ]);
  });

  it('is drawn to the door and from the door, never straight past the other floor', () => {
    const places = new Map([
      ['hall', { x: 10, y: 0 }],
      ['shed', { x: 90, y: 0 }],
    ]);
    const layout = layoutRoute(legs, [], places, crossingsOf(PLAN, 'a', legs));
    expect(layout.lines.map(({ from, to }) => [from.x, to.x])).toEqual([
      [10, 20],
      [81, 90],
      [90, 81],
    ]);
    expect(layout.unplaced).toEqual([2, 4]);
    expect(layoutRoute(legs, [], places).lines).toHaveLength(1);
  });

  it('knows nothing of floors that nothing joins, nor of older services', () => {
    expect(crossingsOf({ ...PLAN, passages: [] }, 'a', legs)).toEqual([]);
    expect(crossingsOf({ floors: PLAN.floors, placements: PLAN.placements }, 'a', legs)).toEqual(
      [],
    );
    expect(crossingsOf(null, 'a', legs)).toEqual([]);
    expect(crossingsOf(PLAN, 'a', [leg('hall', 0), leg('nowhere', 9)])).toEqual([]);
  });
});
